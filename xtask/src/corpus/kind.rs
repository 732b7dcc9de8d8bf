//! Kinds of findings: findings that differ only in names and numbers are of one kind.

use codegen::diagnostic::{Diagnostic, Severity};
use serde::{Deserialize, Serialize};

/// A kind of findings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Kind {
    pub(super) is_error: bool,
    pub(super) code: String,
    /// The message without names and numbers.
    pub(super) message: String,
}

impl Kind {
    pub(super) fn of(finding: &Diagnostic) -> Self {
        Self {
            is_error: finding.severity == Severity::Error,
            code: finding.code.as_str().to_owned(),
            message: general(&finding.message),
        }
    }

    /// A reason that is no finding.
    pub(super) fn of_text(reason: &str) -> Self {
        Self {
            is_error: false,
            code: String::new(),
            message: general(reason),
        }
    }

    /// Whether values that the schema describes are raw JSON in the client, all of them or some.
    pub(super) fn is_raw_json(&self) -> bool {
        let codes = ["all-of-conflict", "ambiguous-union"];
        self.message.contains("raw JSON") || codes.contains(&self.code.as_str())
    }
}

/// A message with a placeholder for each text between backticks, and for each number. Several of a list are one.
fn general(message: &str) -> String {
    let mut parts = Vec::new();
    for (at, part) in message.split('`').enumerate() {
        let is_name = at % 2 == 1;
        match (is_name, part) {
            (true, _) if parts.last().is_some_and(|it: &String| it == ", ") => {
                parts.pop();
            }
            (true, _) => parts.push("`_`".to_owned()),
            (false, text) => parts.push(without_numbers(text)),
        }
    }
    parts.concat()
}

fn without_numbers(text: &str) -> String {
    let mut general = String::new();
    for c in text.chars() {
        if !c.is_ascii_digit() {
            general.push(c);
        } else if !general.ends_with('N') {
            general.push('N');
        }
    }
    general
}

#[cfg(test)]
mod tests {
    use super::general;

    #[test]
    fn names_and_numbers_are_no_part_of_a_kind() {
        assert_eq!(general("`a` has 12 of `b`, `c`"), "`_` has N of `_`");
        assert_eq!(general("no names"), "no names");
    }
}
