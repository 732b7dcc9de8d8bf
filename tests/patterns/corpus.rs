//! The patterns in other people's documents, where such documents lie beside the workspace.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_yaml::Value;

/// Every string under a key `pattern`; none if there is no corpus.
///
/// Parsing whole documents would take most of the time of these tests, so only the blocks that start
/// with the key are parsed.
pub(crate) fn patterns() -> Option<BTreeSet<String>> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    let corpus = workspace.parent()?.join("shared/corpus");
    let mut patterns = BTreeSet::new();
    for folder in fs::read_dir(corpus).ok()?.flatten() {
        for file in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            let document = fs::read_to_string(file.path()).unwrap_or_default();
            patterns.extend(blocks(&document).filter_map(|block| pattern(&block)));
        }
    }
    Some(patterns)
}

/// The lines that start with the key, each with the deeper lines below it, as YAML.
fn blocks(document: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = document.lines().collect();
    let starts: Vec<usize> = (0..lines.len())
        .filter(|&at| key(lines[at]).is_some())
        .collect();
    starts.into_iter().filter_map(move |at| {
        let first = key(lines[at])?;
        let indent = lines[at].len() - first.len();
        let below = lines[at + 1..].iter().take_while(|line| {
            line.trim().is_empty() || line.len() - line.trim_start().len() > indent
        });
        let first = first.trim_end().trim_end_matches(',');
        Some(below.fold(first.to_owned(), |block, line| format!("{block}\n{line}")))
    })
}

/// The line from its key on, if the key is `pattern`.
fn key(line: &str) -> Option<&str> {
    let content = line.trim_start().trim_start_matches("- ").trim_start();
    ["pattern:", "\"pattern\":"]
        .iter()
        .any(|key| content.starts_with(key))
        .then_some(content)
}

fn pattern(block: &str) -> Option<String> {
    let value: Value = serde_yaml::from_str(block).ok()?;
    value.get("pattern")?.as_str().map(str::to_owned)
}
