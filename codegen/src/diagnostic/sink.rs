//! The findings of a run.

use std::collections::BTreeSet;

use super::code::Code;
use super::finding::{Diagnostic, Severity};
use super::location::Location;
use super::moves::Moves;

/// Collects findings over a run, so that all of them are reported at once.
#[derive(Clone, Debug, Default)]
pub struct Sink {
    findings: Vec<Diagnostic>,
    known: BTreeSet<(Code, Location, String)>,
    moves: Moves,
}

impl Sink {
    /// Adds a finding, unless it is known: several operations share a response, and several types are made of one schema.
    ///
    /// Its places are those where the values are read; it gets those where they are written.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        let diagnostic = diagnostic.placed(|at| self.moves.written(at));
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

    /// Where the values of the document are written, as far as they are read elsewhere.
    #[must_use]
    pub fn moves(&self) -> &Moves {
        &self.moves
    }

    /// The same, for the stage that rewrites the document.
    pub fn moves_mut(&mut self) -> &mut Moves {
        &mut self.moves
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
