use serde::Serialize;

/// The place of a part of the document in the crate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Binding<'a> {
    pub(super) kind: Kind,
    pub(super) pointer: &'a str,
    pub(super) path: String,
    pub(super) signature: String,
    pub(super) file: &'a str,
    pub(super) line: usize,
}

/// What a binding is about.
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
}
