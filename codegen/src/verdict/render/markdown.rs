use std::fmt::Write;

use super::super::change::{Change, Verdict};
use super::{Report, others};

/// The limit of a comment on a pull request is 65,536 characters.
const LIMIT: usize = 60_000;

/// The report as a comment on a pull request.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let verdict = report.verdict().as_str();
    let mut text = format!(
        "### Client API: **{verdict}** ({})\n\n`{}` → `{}`: {}.\n",
        report.tally(),
        report.base,
        report.head,
        report.version_line()
    );
    let is_major = |it: &&Change| it.verdict == Verdict::Major;
    let (major, rest): (Vec<_>, Vec<_>) = report.changes.iter().partition(is_major);
    let mut hidden = 0;
    hidden += table(&mut text, report, &major, LIMIT);
    if !rest.is_empty() {
        let mut inner = String::new();
        hidden += table(&mut inner, report, &rest, LIMIT.saturating_sub(text.len()));
        let count = rest.len();
        // A `String` takes every write.
        let _ = write!(
            text,
            "\n<details><summary>{count} compatible</summary>\n{inner}\n</details>\n"
        );
    }
    if hidden > 0 {
        let _ = writeln!(
            text,
            "\n{hidden} more: run `cargo xtask diff {} {}`.",
            report.base, report.head
        );
    }
    text
}

/// Writes a table of at most `limit` bytes; returns how many rows are left out.
fn table(text: &mut String, report: &Report, changes: &[&Change], limit: usize) -> usize {
    if changes.is_empty() {
        return 0;
    }
    text.push_str("\n| | item | change | reason |\n|---|---|---|---|\n");
    for (at, change) in changes.iter().enumerate() {
        let row = row(report, change);
        if text.len() + row.len() > limit {
            return changes.len() - at;
        }
        text.push_str(&row);
    }
    0
}

fn row(report: &Report, change: &Change) -> String {
    let (verdict, axis) = (change.verdict.as_str(), change.axis.as_str());
    let origin = Report::origin(change).map(|it| format!("<br>{it}"));
    let accepted = report.accepted.get(&change.fingerprint);
    let accepted = accepted.map(|reason| format!("<br>accepted: {}", plain(reason)));
    let item = format!(
        "{}<br><sub>{}</sub>",
        code(&change.item),
        plain(&change.pointer)
    );
    let sides = match (&change.old, &change.new) {
        (Some(old), Some(new)) => format!("{} → {}", code(old), code(new)),
        (Some(old), None) => format!("− {}", code(old)),
        (None, Some(new)) => format!("+ {}", code(new)),
        (None, None) => String::new(),
    };
    let more = change.effects.iter().skip(1).map(|effect| {
        let (verdict, axis) = (effect.verdict.as_str(), effect.axis.as_str());
        format!("<br>{verdict}, {axis}: {}", plain(&effect.reason))
    });
    let more: String = more.collect();
    let also = others(change).map(|it| format!("<br>also {}", plain(&it)));
    format!(
        "| **{verdict}** {axis}{} | {item} | {sides} | {}{more}{}{}<br><sub>{}</sub> |\n",
        origin.unwrap_or_default(),
        plain(&change.reason),
        also.unwrap_or_default(),
        accepted.unwrap_or_default(),
        change.fingerprint
    )
}

/// Text in a cell.
fn plain(text: &str) -> String {
    text.replace('|', r"\|")
        .replace('<', "&lt;")
        .replace('\n', " ")
}

/// Code in a cell.
fn code(text: &str) -> String {
    let text = text
        .replace('`', "'")
        .replace('|', r"\|")
        .replace('\n', " ");
    format!("`{text}`")
}
