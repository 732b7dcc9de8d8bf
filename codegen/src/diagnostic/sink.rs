//! The findings of a run.

use std::collections::BTreeSet;

use super::code::Code;
use super::finding::{Diagnostic, Severity};
use super::location::Location;
use super::moves::Moves;
use super::origins::Origins;

/// Collects findings over a run, so that all of them are reported at once.
#[derive(Clone, Debug, Default)]
pub struct Sink {
    findings: Vec<Diagnostic>,
    /// By position of the finding, the place of the value as it is read.
    read: Vec<Location>,
    known: BTreeSet<(Code, Location, String)>,
    moves: Moves,
    origins: Option<Origins>,
}

impl Sink {
    /// Adds a finding, unless it is known: several operations share a response, and several types are made of one schema.
    ///
    /// Its places are those where the values are read; it gets those where they are written.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        let read = diagnostic.location.clone();
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
            self.read.push(read);
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

    /// All errors so far, each with the place of the value as it is read.
    pub(crate) fn errors(&self) -> impl Iterator<Item = (&Location, &Diagnostic)> {
        let all = self.read.iter().zip(&self.findings);
        all.filter(|(_, finding)| finding.severity == Severity::Error)
    }

    /// Puts findings of an earlier run, whose places are those of the text, before all others.
    pub(crate) fn prepend(&mut self, findings: impl Iterator<Item = Diagnostic>) {
        let findings: Vec<_> = findings.collect();
        let read = findings.iter().map(|finding| finding.location.clone());
        self.read.splice(0..0, read);
        self.findings.splice(0..0, findings);
    }

    /// From now on, values of the document come from these places.
    pub fn set_origins(&mut self, origins: Origins) {
        self.origins = Some(origins);
    }

    /// All findings so far, in the order in which they were reported, each at its place in one of the texts.
    #[must_use]
    pub fn into_vec(mut self) -> Vec<Diagnostic> {
        if let Some(origins) = &self.origins {
            for finding in &mut self.findings {
                for location in finding.locations_mut() {
                    *location = origins.locate(location);
                }
            }
        }
        self.findings
    }
}
