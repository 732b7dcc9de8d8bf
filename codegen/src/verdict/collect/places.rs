use crate::diagnostic::{Moves, Pointer};
use crate::plan::Condition;

/// The places of the text where parts of the document are written.
pub(super) struct Places<'a>(pub(super) &'a Moves);

impl Places<'_> {
    pub(super) fn at(&self, origin: &Pointer) -> String {
        self.0.written(origin).as_str().to_owned()
    }
}

/// The features of which an item needs any.
pub(super) fn condition(condition: &Condition<'_>) -> Option<String> {
    let features = &condition.0;
    (!features.is_empty()).then(|| features.join(", "))
}
