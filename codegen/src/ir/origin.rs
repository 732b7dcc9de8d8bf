//! Places of parts of the IR.

use std::hash::{Hash, Hasher};

use crate::diagnostic::Pointer;

/// The location in the document of a part of the IR. All locations compare as equal, like the spans of `syn`: equal
/// schemas are equal wherever they are.
#[derive(Clone, Debug, Default)]
pub struct Origin(pub Pointer);

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

impl Hash for Origin {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
