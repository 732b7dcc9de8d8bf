//! What follows from an API: facts that emitters ask for and never compute.

pub(crate) mod direction;

use crate::ir::TypeId;

/// Facts about one [`crate::ir::Api`], by the ids and positions of that API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// By [`TypeId::index`].
    pub types: Vec<TypeFacts>,
    /// By position in [`crate::ir::Api::operations`].
    pub operations: Vec<OperationFacts>,
    /// The error body of all operations, when it is one and the same.
    pub error: Option<TypeId>,
}

/// Facts about a type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeFacts {
    /// An operation sends it.
    pub in_request: bool,
    /// An operation receives it.
    pub in_response: bool,
    /// Members (properties or variants, by position) that hold the type itself and so need a box.
    pub boxed: Vec<bool>,
    /// A value can be made from nothing: no property is required.
    pub defaultable: bool,
}

/// Facts about an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationFacts {
    /// The path parameter, by position, whose value the body's discriminator gives.
    pub tag_parameter: Option<usize>,
    /// Parameters, by position, that a caller passes by position, in the order of the path, then of the document.
    pub positional: Vec<usize>,
    /// Parameters, by position, that a caller sets when they want to.
    pub optional: Vec<usize>,
    /// The media type of the request, by position in its content.
    pub request: Option<usize>,
    /// The response and its media type, by position, that a success is decoded as.
    pub success: Option<(usize, Option<usize>)>,
}
