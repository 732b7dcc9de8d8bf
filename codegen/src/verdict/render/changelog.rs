use std::fmt::Write;

use super::super::change::{Axis, Change, Verdict};
use super::Report;

/// The entry of a version in the changelog of the client.
#[must_use]
pub fn changelog(report: &Report) -> String {
    let mut text = format!("## {}\n", report.new_version);
    for section in ["Breaking", "Added", "Changed"] {
        let changes = report.changes.iter();
        let changes: Vec<_> = changes.filter(|it| self::section(it) == section).collect();
        if changes.is_empty() {
            continue;
        }
        // A `String` takes every write.
        let _ = writeln!(text, "\n### {section}\n");
        for change in changes {
            let _ = writeln!(text, "{}", line(change));
        }
    }
    if report.changes.is_empty() {
        text.push_str("\nNo changes of the API.\n");
    }
    text
}

fn section(change: &Change) -> &'static str {
    match (change.verdict, &change.old) {
        (Verdict::Major, _) => "Breaking",
        (_, None) => "Added",
        (_, Some(_)) => "Changed",
    }
}

fn line(change: &Change) -> String {
    let sides = match (&change.old, &change.new) {
        (Some(old), Some(new)) => format!(" (`{old}` → `{new}`)"),
        _ => String::new(),
    };
    let axis = match change.axis {
        Axis::Source => String::new(),
        other => format!(" [{}]", other.as_str()),
    };
    let also = match change.also.len() {
        0 => String::new(),
        1 => ", and one more item".to_owned(),
        count => format!(", and {count} more items"),
    };
    format!("- `{}`{also}: {}{sides}{axis}", change.item, change.reason)
}
