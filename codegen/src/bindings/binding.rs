use serde::{Serialize, Serializer};

use crate::diagnostic::Pointer;

/// The place of a part of the document in the crate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Binding<'a> {
    pub(super) kind: Kind,
    #[serde(serialize_with = "text")]
    pub(super) pointer: Pointer,
    pub(super) path: String,
    pub(super) signature: String,
    pub(super) file: &'a str,
    pub(super) line: usize,
}

/// The kind of a binding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Operation,
    Parameter,
    Body,
    Response,
    Schema,
    Property,
    Value,
    Variant,
    Pages,
    Shared,
    Wait,
    Stream,
    Event,
}

fn text<S: Serializer>(pointer: &Pointer, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(pointer.as_str())
}
