//! Findings that have one cause.

use super::code::Code;
use super::finding::{Diagnostic, Severity};

/// The part of a finding that it shares with others of the same cause: the severity, the code, and the message without
/// the names in backticks and without numbers.
///
/// `` `name` is missing (Tag Object) `` and `` `url` is missing (Tag Object) `` have one cause; a message in other words
/// has another. So a stage that reports a finding need not say to which group it belongs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    severity: Severity,
    code: Code,
    template: String,
}

impl Diagnostic {
    /// The cause of the finding.
    #[must_use]
    pub fn cause(&self) -> Cause {
        Cause {
            severity: self.severity,
            code: self.code,
            template: template(&self.message),
        }
    }
}

/// The message without its names and numbers.
fn template(message: &str) -> String {
    let outside = message.split('`').step_by(2);
    let outside: Vec<_> = outside
        .map(|text| text.replace(|c: char| c.is_ascii_digit(), ""))
        .collect();
    outside.join("`")
}

#[cfg(test)]
mod tests {
    use super::super::location::Location;
    use super::{Code, Diagnostic};

    #[test]
    fn names_and_numbers_do_not_separate_causes() {
        let cause = |code, message: &str| {
            let diagnostic = Diagnostic::warning(code, Location::Offset(0), message);
            diagnostic.cause()
        };
        let first = cause(Code::InvalidValue, "`a` has 2 names for 10 values");
        assert_eq!(
            first,
            cause(Code::InvalidValue, "`b c` has 31 names for 4 values")
        );
        assert_ne!(first, cause(Code::InvalidValue, "`a` has no names"));
        assert_ne!(first, cause(Code::Config, "`a` has 2 names for 10 values"));
    }
}
