//! Differences as a unified diff.

use similar::TextDiff;

use crate::write::{Change, Kind};

const NOTHING: &str = "/dev/null";

/// Formats `change` like `diff -u`, with `before` and `after` the command.
pub(crate) fn unified(change: &Change<'_>) -> String {
    let before = String::from_utf8_lossy(&change.before);
    let name = |side: &str, absent: Kind| match change.kind {
        kind if kind == absent => NOTHING.to_owned(),
        _ => format!("{side}/{}", change.path),
    };
    TextDiff::from_lines(before.as_ref(), change.after)
        .unified_diff()
        .header(&name("a", Kind::Added), &name("b", Kind::Stale))
        .to_string()
}
