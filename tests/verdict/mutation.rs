//! The table of mutations.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{fs, io};

pub(crate) type Rows = BTreeSet<String>;

/// A change of a document or its settings, and the expected rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mutation {
    pub(crate) name: String,
    /// The document before the change.
    pub(crate) base: String,
    /// The document after it.
    pub(crate) document: String,
    pub(crate) old_settings: String,
    pub(crate) new_settings: String,
    pub(crate) expected: Rows,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("verdict")
}

fn table() -> io::Result<String> {
    fs::read_to_string(folder().join("mutations.txt"))
}

/// All mutations of the table.
pub(crate) fn all() -> io::Result<Vec<Mutation>> {
    let text = table()?;
    let blocks = text.split("\n\n").filter(|it| it.starts_with("# "));
    blocks.map(|block| parse(block.trim_end())).collect()
}

/// The lines that are replaced, and those that replace them.
#[derive(Default)]
struct Edit {
    old: Vec<String>,
    new: Vec<String>,
}

impl Edit {
    fn apply(&self, text: &str, name: &str) -> io::Result<String> {
        let new = self.new.join("\n");
        if self.old.is_empty() {
            return Ok(format!("{text}{new}\n"));
        }
        let old = self.old.join("\n");
        let count = text.matches(&old).count();
        if count == 0 {
            return Err(io::Error::other(format!("{name}: no `{old}`")));
        }
        Ok(text.replace(&old, &new))
    }
}

fn parse(block: &str) -> io::Result<Mutation> {
    let mut mutation = Mutation::default();
    let mut edits: Vec<Edit> = Vec::new();
    for line in block.lines() {
        let (mark, rest) = line.split_once(' ').unwrap_or((line, ""));
        match mark {
            "#" => rest.clone_into(&mut mutation.name),
            "@" => {
                let file = folder().join(format!("documents/{rest}.yaml"));
                mutation.base = fs::read_to_string(file)?;
            }
            "=" => {
                writeln!(mutation.old_settings, "{rest}").map_err(io::Error::other)?;
                writeln!(mutation.new_settings, "{rest}").map_err(io::Error::other)?;
            }
            "<" => writeln!(mutation.old_settings, "{rest}").map_err(io::Error::other)?,
            ">" => writeln!(mutation.new_settings, "{rest}").map_err(io::Error::other)?,
            "-" => {
                if edits.last().is_none_or(|it| !it.new.is_empty()) {
                    edits.push(Edit::default());
                }
                edits.extend(edits.is_empty().then(Edit::default));
                if let Some(edit) = edits.last_mut() {
                    edit.old.push(rest.to_owned());
                }
            }
            "+" => {
                edits.extend(edits.is_empty().then(Edit::default));
                if let Some(edit) = edits.last_mut() {
                    edit.new.push(rest.to_owned());
                }
            }
            _ => {
                mutation.expected.insert(line.to_owned());
            }
        }
    }
    mutation.document.clone_from(&mutation.base);
    for edit in edits {
        mutation.document = edit.apply(&mutation.document, &mutation.name)?;
    }
    Ok(mutation)
}

/// Writes the rows that were found into the table, for a review.
pub(crate) fn update(rows: &BTreeMap<String, Rows>) -> io::Result<()> {
    let text = table()?;
    let blocks = text.split("\n\n").map(|block| {
        let Some(name) = block.strip_prefix("# ").and_then(|it| it.lines().next()) else {
            return block.trim_end().to_owned();
        };
        let is_input = |line: &&str| {
            let mark = line.split(' ').next().unwrap_or_default();
            ["#", "@", "=", "<", ">", "-", "+"].contains(&mark)
        };
        let input = block.lines().filter(is_input).map(str::to_owned);
        let found = rows.get(name).into_iter().flatten().cloned();
        input.chain(found).collect::<Vec<_>>().join("\n")
    });
    let text = blocks.collect::<Vec<_>>().join("\n\n");
    fs::write(folder().join("mutations.txt"), format!("{text}\n"))
}
