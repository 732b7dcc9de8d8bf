//! Two published versions of a third-party API.

use std::{fs, io};

use codegen::verdict::{Change, compare};
use workspace_tests::documents::published;

use super::{check, surface_of};

/// The versions, the old one first.
const VERSIONS: [&str; 2] = [
    "v30/progenitor__nexus.json",
    "v30/omicron__nexus-2026081901.json",
];

/// Every twentieth row, which makes thirty to read.
const STEP: usize = 20;

fn line(change: &Change) -> String {
    let (verdict, axis) = (change.verdict.as_str(), change.axis.as_str());
    let part = |mark: &str, text: &Option<String>| {
        let text = text.as_ref();
        text.map(|it| format!("  {mark} {it}\n"))
            .unwrap_or_default()
    };
    format!(
        "{verdict} {axis} {}\n{}{}  {}\n",
        change.item,
        part("-", &change.old),
        part("+", &change.new),
        change.reason
    )
}

#[test]
fn rows_of_two_published_versions() -> io::Result<()> {
    let [Some(old), Some(new)] = VERSIONS.map(published) else {
        return Ok(());
    };
    let old = surface_of(&fs::read_to_string(old)?, "")?;
    let new = surface_of(&fs::read_to_string(new)?, "")?;
    let changes = compare(&old, &new);
    check("published versions", &changes);
    let read: Vec<_> = changes.iter().step_by(STEP).map(line).collect();
    let text = format!("{} rows\n\n{}", changes.len(), read.join("\n"));
    insta::assert_snapshot!("published", text);
    Ok(())
}
