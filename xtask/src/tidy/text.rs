//! Rules about the text of a file.

use super::Findings;

/// The maximum length of a file.
const MAX_LINES: usize = 400;

/// Spelled in two parts, so that this file passes its own rule.
const REMINDERS: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

/// The link that a reminder must contain.
const ISSUE: &str = "/issues/";

pub(super) fn check(path: &str, text: &str, findings: &mut Findings) {
    let lines = text.lines().count();
    if lines > MAX_LINES {
        findings.add(
            path,
            MAX_LINES + 1,
            format!("the file has {lines} lines; split it, {MAX_LINES} is the limit"),
        );
    }
    for (index, line) in text.lines().enumerate() {
        let reminder = REMINDERS.iter().find(|word| line.contains(**word));
        if let Some(word) = reminder.filter(|_| !line.contains(ISSUE)) {
            findings.add(
                path,
                index + 1,
                format!("`{word}` without a link to an issue"),
            );
        }
    }
}
