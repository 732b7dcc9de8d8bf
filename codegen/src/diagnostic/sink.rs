//! The findings of a run.

use super::finding::{Diagnostic, Severity};

/// Collects findings over a run, so that all of them are reported at once.
#[derive(Clone, Debug, Default)]
pub struct Sink(Vec<Diagnostic>);

impl Sink {
    /// Adds a finding.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Whether any finding so far forbids generation.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// All findings so far, in the order in which they were reported.
    #[must_use]
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }
}
