//! The wire as the emitted code has it: whatever makes a file of the client differ, except for documentation and order, has
//! a row. The runtime is the same on both sides, so equal code sends and accepts the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use codegen::verdict::Change;
use codegen::{FileTree, Input, Options, generate};
use serde_json::Value;

use super::mutation::{self, Mutation};
use super::{Bases, changes};

/// Mutations that change code and nothing else, and why.
const EQUAL: [(&str, &str); 4] = [
    (
        "an inline string becomes a component",
        "an alias is the same type",
    ),
    (
        "an operation with an inline type that others have",
        "an alias is the same type",
    ),
    (
        "a path parameter renamed",
        "arguments have positions, and their names are not sent",
    ),
    (
        "the order of named properties",
        "a struct of required values has no order",
    ),
];

fn client<'a>(document: impl Into<Input<'a>>, settings: &str) -> io::Result<FileTree> {
    let options = Options::parse(settings).map_err(|it| io::Error::other(it.message))?;
    let generated = generate(document, &options);
    generated.tree.ok_or_else(|| io::Error::other("no client"))
}

/// The lines of code of each file, without order.
fn code(tree: &FileTree) -> BTreeMap<&str, Vec<&str>> {
    let is_code = |path: &str| path.starts_with("src/");
    let files = tree.iter().filter(|(path, _)| is_code(path));
    let files = files.map(|(path, text)| {
        let lines = text.lines().map(str::trim);
        let lines = lines.filter(|it| !it.is_empty() && !it.starts_with("//"));
        let mut lines = without_imports(lines);
        lines.sort_unstable();
        (path.as_str(), lines)
    });
    files.collect()
}

/// The lines that are not part of a `use`, whose line breaks depend on the lengths of names.
fn without_imports<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut is_import = false;
    let kept = lines.filter(|line| {
        let starts = line.starts_with("use ");
        let is_part = starts || is_import;
        is_import = is_part && !line.ends_with(';');
        !is_part
    });
    kept.collect()
}

/// The files by the items that they declare.
fn files(tree: &FileTree) -> io::Result<BTreeMap<String, BTreeSet<String>>> {
    let json: Value = serde_json::from_str(&tree["bindings.json"])?;
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for binding in json["bindings"].as_array().into_iter().flatten() {
        let text = |key: &str| binding[key].as_str().unwrap_or_default().to_owned();
        files.entry(text("file")).or_default().insert(text("path"));
    }
    Ok(files)
}

/// Whether a change names an item of a file, or one that such an item belongs to.
fn is_told(paths: &BTreeSet<String>, changes: &[Change]) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let renamed = changes.iter().filter(|it| it.new.is_some());
    let old = renamed.filter_map(|it| it.old.as_deref());
    let old: BTreeSet<_> = old.flat_map(|it| it.split(|c| !is_part(c))).collect();
    let is_renamed = |path: &String| path.split("::").nth(1).is_some_and(|it| old.contains(it));
    if paths.iter().any(is_renamed) {
        return true;
    }
    let items = changes
        .iter()
        .flat_map(|it| it.also.iter().chain([&it.item]));
    let mut items = items.filter(|it| it.contains("::"));
    items.any(|item| {
        let mut paths = paths.iter();
        paths.any(|path| path.starts_with(item.as_str()) || item.starts_with(path.as_str()))
    })
}

/// The names in the rows, as far as they are long enough to be recognized: lines of other files that mention them are
/// told as well.
fn names(changes: &[Change]) -> BTreeSet<String> {
    let texts = changes.iter().flat_map(|it| {
        let sides = it.old.iter().chain(&it.new);
        sides.chain([&it.item]).chain(&it.also)
    });
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let words = texts.flat_map(|it| it.split(move |c| !is_part(c)));
    let words = words.filter(|it| it.len() > 3);
    words.map(plain).collect()
}

/// A name without case and underscores.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('_', "")
}

/// The lines that one side has and the other has not. Features have rows of their own.
fn difference<'t>(before: &[&'t str], after: &[&'t str]) -> Vec<&'t str> {
    let mut counts: BTreeMap<&str, i32> = BTreeMap::new();
    for line in before {
        *counts.entry(line).or_default() += 1;
    }
    for line in after {
        *counts.entry(line).or_default() -= 1;
    }
    let lines = counts.into_iter().filter(|(_, count)| *count != 0);
    let lines = lines.map(|(line, _)| line);
    lines.filter(|it| !it.contains("cfg(")).collect()
}

/// The files whose code differs without a row.
fn untold(mutation: &Mutation, old: &FileTree, changes: &[Change]) -> io::Result<Vec<String>> {
    let new = client(mutation.after(), &mutation.new_settings)?;
    let (before, after) = (code(old), code(&new));
    let mut declared = files(old)?;
    for (file, paths) in files(&new)? {
        declared.entry(file).or_default().extend(paths);
    }
    let names = names(changes);
    let all: BTreeSet<_> = before.keys().chain(after.keys()).copied().collect();
    let is_untold = |file: &&str| {
        let [before, after] = [&before, &after].map(|it| it.get(*file).map(Vec::as_slice));
        let lines = difference(before.unwrap_or_default(), after.unwrap_or_default());
        let mut rest = lines.iter().filter(|line| {
            let line = plain(line);
            !names.iter().any(|name| line.contains(name.as_str()))
        });
        match declared.get(*file) {
            Some(paths) => !is_told(paths, changes) && rest.next().is_some(),
            None => changes.is_empty() && !lines.is_empty(),
        }
    };
    let untold = all.into_iter().filter(is_untold);
    Ok(untold.map(str::to_owned).collect())
}

#[test]
fn code_that_differs_has_a_row() -> io::Result<()> {
    let mut bases = Bases::default();
    let mut clients: BTreeMap<(String, String), FileTree> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (_, mutation) in mutation::compiled()? {
        if EQUAL.iter().any(|(name, _)| *name == mutation.name) {
            continue;
        }
        let changes = changes(&mut bases, &mutation)?;
        let key = (mutation.base.clone(), mutation.old_settings.clone());
        if !clients.contains_key(&key) {
            clients.insert(key.clone(), client(&key.0, &key.1)?);
        }
        for file in untold(&mutation, &clients[&key], &changes)? {
            wrong.push(format!("{}: {file}", mutation.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
