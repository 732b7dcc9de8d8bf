//! The findings of a run.

use std::collections::BTreeSet;

use super::code::Code;
use super::finding::{Diagnostic, Severity};
use super::location::Location;

/// Collects findings over a run, so that all of them are reported at once.
#[derive(Clone, Debug, Default)]
pub struct Sink {
    findings: Vec<Diagnostic>,
    known: BTreeSet<(Code, Location, String)>,
}

impl Sink {
    /// Adds a finding, unless it is known: several operations share a response, and several types are made of one schema.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        let Diagnostic {
            code,
            location,
            message,
            ..
        } = &diagnostic;
        let identity = (*code, location.clone(), message.clone());
        if self.known.insert(identity) {
            self.findings.push(diagnostic);
        }
    }

    /// Whether any finding so far forbids generation.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// All findings so far, in the order in which they were reported.
    #[must_use]
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.findings
    }
}
