//! Findings about overlays.

use crate::diagnostic::{Diagnostic, Severity, Sink};

/// Puts findings in the overlay that is being read.
pub(super) struct Findings<'s> {
    sink: &'s mut Sink,
    position: usize,
    has_errors: bool,
}

impl<'s> Findings<'s> {
    pub(super) fn new(sink: &'s mut Sink) -> Self {
        Self {
            sink,
            position: 0,
            has_errors: false,
        }
    }

    /// From now on, findings are in this overlay.
    pub(super) fn in_overlay(&mut self, position: usize) {
        self.position = position;
    }

    pub(super) fn report(&mut self, finding: Diagnostic) {
        self.has_errors |= finding.severity == Severity::Error;
        let location = finding.location.in_overlay(self.position);
        self.sink.report(Diagnostic {
            location,
            ..finding
        });
    }

    /// Reports the findings of a check. Returns whether none of them is an error.
    pub(super) fn collect(&mut self, check: impl FnOnce(&mut Sink)) -> bool {
        let mut sink = Sink::default();
        check(&mut sink);
        let is_sound = !sink.has_errors();
        for finding in sink.into_vec() {
            self.report(finding);
        }
        is_sound
    }

    pub(super) fn has_errors(&self) -> bool {
        self.has_errors
    }
}
