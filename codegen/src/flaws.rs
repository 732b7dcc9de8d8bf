//! The rest of a document without the parts that cannot be right.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Location, Pointer, Severity, Sink};
use crate::input::Input;
use crate::load::{self, Touched};
use crate::options::Options;
use crate::plan::Skipped;
use crate::stages::Stages;

/// The operations that the errors of a document touch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flaws {
    /// These operations, in order of their requests.
    pub operations: Vec<Skipped>,
    /// The number of other operations.
    pub remaining: usize,
}

/// The client without what cannot be right.
pub(crate) struct Remainder {
    pub(crate) stages: Stages,
    pub(crate) flaws: Flaws,
    /// The errors as warnings, then the findings about the remainder.
    pub(crate) sink: Sink,
}

/// How often a remainder may have errors that did not appear before.
const ROUNDS: usize = 8;

/// Omits what the errors in `sink` touch. `None` if one of them concerns the whole document, or if no operation remains.
pub(crate) fn remainder(input: &Input<'_>, options: &Options, sink: &Sink) -> Option<Remainder> {
    let mut errors = errors(sink)?;
    for _ in 0..ROUNDS {
        let places: Vec<_> = errors.iter().map(|(place, _)| place.clone()).collect();
        let touched = load::touched(input, options, &places)?;
        let flaws = flaws(&touched, &errors)?;
        let mut sink = Sink::default();
        let stages = Stages::without(input, options, &touched.parts, &mut sink);
        if let Some(mut stages) = stages.filter(|_| !sink.has_errors()) {
            stages.skipped.clone_from(&flaws.operations);
            let used: BTreeSet<_> = touched.requests.values().flatten().copied().collect();
            let errors = errors.into_iter().enumerate();
            let warnings = errors.map(|(at, (_, error))| warning(error, used.contains(&at)));
            sink.prepend(warnings);
            return Some(Remainder {
                stages,
                flaws,
                sink,
            });
        }
        let known: BTreeSet<_> = places.into_iter().collect();
        let mut more = self::errors(&sink)?;
        more.retain(|(place, _)| !known.contains(place));
        if more.is_empty() {
            return None;
        }
        errors.extend(more);
    }
    None
}

/// The errors with their places. `None` if an error has none in the document.
fn errors(sink: &Sink) -> Option<Vec<(Pointer, Diagnostic)>> {
    let errors = sink.errors().map(|(place, error)| {
        let place = match place {
            Location::Value(pointer) | Location::Key(pointer) => pointer.clone(),
            Location::Offset(_) | Location::Overlay(..) => return None,
        };
        Some((place, error.clone()))
    });
    errors.collect()
}

fn flaws(touched: &Touched, errors: &[(Pointer, Diagnostic)]) -> Option<Flaws> {
    let operations = touched.requests.iter().map(|(request, positions)| {
        let mut reasons = Vec::new();
        for position in positions {
            let message = &errors[*position].1.message;
            if !reasons.contains(message) {
                reasons.push(message.clone());
            }
        }
        let request = request.clone();
        Skipped { request, reasons }
    });
    let operations: Vec<_> = operations.collect();
    let remaining = touched.offered.checked_sub(touched.operations)?;
    (remaining > 0).then_some(Flaws {
        operations,
        remaining,
    })
}

/// An error of a part that is omitted.
fn warning(mut error: Diagnostic, is_used: bool) -> Diagnostic {
    let effect = if is_used {
        "; the operations that use it are omitted"
    } else {
        "; no operation uses it, and it is omitted"
    };
    error.severity = Severity::Warning;
    error.message.push_str(effect);
    error
}
