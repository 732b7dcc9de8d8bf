//! The table of mutations.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use codegen::Input;

/// The mutations for which every run compiles clients. `NIGHTLY` compiles those of all.
const FEW: [&str; 8] = [
    "an enum value added",
    "an optional response property becomes required",
    "an optional request property added",
    "a schema renamed",
    "a pattern narrowed",
    "a variant of an untagged union added",
    "a path parameter renamed",
    "an inline string becomes a component",
];

pub(crate) type Rows = BTreeSet<String>;

/// A change of a document or its settings, and the expected rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mutation {
    pub(crate) name: String,
    /// The document before the change.
    pub(crate) base: String,
    /// The document after it.
    pub(crate) document: String,
    /// An overlay that only the client after the change has.
    pub(crate) overlay: String,
    pub(crate) old_settings: String,
    pub(crate) new_settings: String,
    pub(crate) expected: Rows,
}

/// The folder of the table.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/verdict")
}

/// The text of the table.
pub(crate) fn table() -> io::Result<String> {
    fs::read_to_string(folder().join("mutations.txt"))
}

/// All mutations of the table.
pub(crate) fn all() -> io::Result<Vec<Mutation>> {
    let text = table()?;
    let blocks = text.split("\n\n").filter(|it| it.starts_with("# "));
    blocks.map(|block| parse(block.trim_end())).collect()
}

/// Whether all mutations are compiled.
pub(crate) fn is_all() -> bool {
    env::var_os("NIGHTLY").is_some()
}

/// The mutations whose clients are compiled, with names for them.
pub(crate) fn compiled() -> io::Result<Vec<(String, Mutation)>> {
    let all = all()?.into_iter().enumerate();
    let chosen = all.filter(|(_, it)| is_all() || FEW.contains(&it.name.as_str()));
    let named = chosen.map(|(position, it)| (format!("m{position:03}"), it));
    Ok(named.collect())
}

impl Mutation {
    /// The document after the change with its overlay.
    pub(crate) fn after(&self) -> Input<'_> {
        let overlay = Some(self.overlay.as_str()).filter(|it| !it.is_empty());
        Input {
            overlays: overlay.into_iter().collect(),
            ..Input::from(&self.document)
        }
    }
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
            "~" => writeln!(mutation.overlay, "{rest}").map_err(io::Error::other)?,
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
