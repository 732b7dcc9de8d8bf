use std::fmt::Write;

use super::super::change::Change;
use super::{Report, others};

/// The report for a terminal.
#[must_use]
pub fn text(report: &Report) -> String {
    let mut text = String::new();
    for change in &report.changes {
        let accepted = report.accepted.get(&change.fingerprint);
        // A `String` takes every write.
        let _ = row(&mut text, change, accepted.map(String::as_str));
    }
    let verdict = report.verdict().as_str();
    let _ = writeln!(text, "verdict: {verdict} ({})", report.tally());
    let _ = writeln!(text, "{}", report.version_line());
    text
}

fn row(text: &mut String, change: &Change, accepted: Option<&str>) -> std::fmt::Result {
    let (verdict, axis) = (change.verdict.as_str(), change.axis.as_str());
    let origin = Report::origin(change).map(|it| format!(" ({it})"));
    writeln!(
        text,
        "{verdict}[{axis}]: {}{}",
        change.item,
        origin.unwrap_or_default()
    )?;
    let pointer = if change.pointer.is_empty() {
        "/"
    } else {
        &change.pointer
    };
    writeln!(text, "  at {pointer}")?;
    for (sign, side) in [('-', &change.old), ('+', &change.new)] {
        if let Some(side) = side {
            writeln!(text, "  {sign} {side}")?;
        }
    }
    writeln!(text, "  {}", change.reason)?;
    for effect in change.effects.iter().skip(1) {
        let (verdict, axis) = (effect.verdict.as_str(), effect.axis.as_str());
        writeln!(text, "  {verdict}[{axis}]: {}", effect.reason)?;
    }
    if let Some(others) = others(change) {
        writeln!(text, "  also {others}")?;
    }
    match accepted {
        Some(reason) => writeln!(text, "  {} accepted: {reason}\n", change.fingerprint),
        None => writeln!(text, "  {}\n", change.fingerprint),
    }
}
