//! Our own fixtures with something broken in them.

use std::path::Path;
use std::{fs, io};

use super::choices::Choices;
use super::words;

/// All fixtures of the workspace.
pub(crate) fn fixtures() -> io::Result<Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut paths = Vec::new();
    for folder in ["tests/fixtures/good", "tests/fixtures/bad"] {
        for entry in fs::read_dir(root.join(folder))? {
            paths.push(entry?.path());
        }
    }
    paths.retain(|path| path.extension().is_none_or(|ending| ending != "toml"));
    paths.sort();
    paths.into_iter().map(fs::read_to_string).collect()
}

/// Syntax that changes what stands around it.
const SCRAPS: [&str; 20] = [
    "null",
    "[]",
    "{}",
    "[",
    "{",
    "\"",
    "'",
    "&a ",
    "*a",
    "!!str ",
    "- ",
    ": ",
    "? ",
    "<<: ",
    "\t",
    "#",
    "1e999",
    "-9223372036854775809",
    "true",
    "~",
];

pub(crate) fn text(fixtures: &[String], choices: &mut Choices) -> String {
    let mut text = choices.one_of(fixtures).clone();
    for _ in 0..=choices.below(6) {
        text = match choices.below(8) {
            0 => flip(&text, choices),
            1 => {
                let other = choices.one_of(fixtures);
                splice(&text, other, choices)
            }
            2 => {
                let scrap = *choices.one_of(&SCRAPS);
                insert(&text, scrap, choices)
            }
            3 => {
                let scrap = *choices.one_of(&words::TEXTS);
                insert(&text, scrap, choices)
            }
            4 => replace_value(&text, choices),
            _ => lines(&text, choices),
        };
    }
    text
}

fn flip(text: &str, choices: &mut Choices) -> String {
    let mut bytes = text.as_bytes().to_vec();
    if !bytes.is_empty() {
        let at = choices.below(bytes.len());
        bytes[at] ^= 1 << choices.below(8);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn insert(text: &str, scrap: &str, choices: &mut Choices) -> String {
    let mut at = choices.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    format!("{}{scrap}{}", &text[..at], &text[at..])
}

/// Deletes, doubles or swaps lines.
fn lines(text: &str, choices: &mut Choices) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.is_empty() {
        return String::new();
    }
    let (one, other) = (choices.below(lines.len()), choices.below(lines.len()));
    match choices.below(3) {
        0 => drop(lines.remove(one)),
        1 => lines.insert(other, lines[one]),
        _ => lines.swap(one, other),
    }
    lines.join("\n")
}

/// Some lines of one text within the other.
fn splice(text: &str, other: &str, choices: &mut Choices) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let others: Vec<&str> = other.lines().collect();
    let begin = choices.below(others.len());
    let end = (begin + choices.below(12)).min(others.len());
    let at = choices.below(lines.len() + 1);
    lines.splice(at..at, others[begin.min(end)..end].iter().copied());
    lines.join("\n")
}

/// Another value behind one of the colons.
fn replace_value(text: &str, choices: &mut Choices) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return String::new();
    }
    let at = choices.below(lines.len());
    if let Some((key, _)) = lines[at].split_once(": ") {
        let value = choices.one_of(&SCRAPS);
        lines[at] = format!("{key}: {value}");
    }
    lines.join("\n")
}
