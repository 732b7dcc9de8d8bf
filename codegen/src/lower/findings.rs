//! Reports findings about schemas, each place once.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink};
use crate::ir::TypeRef;

/// The findings of this stage.
pub(super) struct Findings<'s> {
    pub(super) sink: &'s mut Sink,
    /// Places with a finding: several types may be composed of one schema.
    reported: BTreeSet<Pointer>,
}

impl<'s> Findings<'s> {
    pub(super) fn new(sink: &'s mut Sink) -> Self {
        Self {
            sink,
            reported: BTreeSet::new(),
        }
    }

    pub(super) fn report(&mut self, finding: Diagnostic) {
        self.sink.report(finding);
    }

    /// Whether a place has no finding yet; from now on, it has one.
    pub(super) fn is_first(&mut self, place: Pointer) -> bool {
        self.reported.insert(place)
    }

    /// Warns about a schema without a type in the IR. Returns raw JSON.
    pub(super) fn opaque(&mut self, at: &Pointer, reason: &str) -> TypeRef {
        let message = format!("falling back to raw JSON: {reason}");
        self.report(Diagnostic::warning(Code::UnsupportedSchema, at, message));
        TypeRef::Any
    }

    /// Warns about a schema that no value matches. Returns raw JSON.
    pub(super) fn contradictory(
        &mut self,
        at: impl Into<Location>,
        message: &str,
        labels: impl IntoIterator<Item = (Location, String)>,
    ) -> TypeRef {
        let at = at.into();
        let place = at.pointer().cloned().unwrap_or_default();
        if self.is_first(place) {
            let help = "make the members agree; until then, the value is raw JSON";
            let finding = Diagnostic::warning(Code::AllOfConflict, at, message).help(help);
            let labels = labels.into_iter();
            self.report(labels.fold(finding, |finding, (at, text)| finding.label(at, text)));
        }
        TypeRef::Any
    }
}
