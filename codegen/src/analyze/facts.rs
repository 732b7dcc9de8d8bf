//! The facts, by the ids and positions of the API.

use std::collections::BTreeSet;

use super::{Alternative, Failure, Home, Secrecy, Span, Success, VariantFacts};
use crate::ir::TypeId;

/// Facts about one [`crate::ir::Api`], by the ids and positions of that API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// By [`TypeId::index`].
    pub types: Vec<TypeFacts>,
    /// By position in [`crate::ir::Api::operations`].
    pub operations: Vec<OperationFacts>,
    /// The error body that operations share: the one of more than half of all failures.
    pub error: Option<TypeId>,
}

/// Facts about a type.
///
/// A type that is neither sent nor received is one that no signature shows, because a body's discriminator gives its
/// value ([`OperationFacts::tag_parameter`]): a client can do without it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeFacts {
    /// An operation sends it.
    pub in_request: bool,
    /// An operation receives it.
    pub in_response: bool,
    /// How each member (property or variant, by position; last, the properties without names) is held.
    pub held: Vec<Holding>,
    /// Whether its values are printed.
    pub secrecy: Secrecy,
    /// A value can be made from nothing: no property is required.
    pub defaultable: bool,
    /// Which groups of operations bring it, and all that stands with it.
    pub availability: Availability,
    /// What it stands in.
    pub home: Home,
    /// What tells the variants of a union without a discriminator apart, by position.
    pub variants: Vec<VariantFacts>,
}

/// How a member is held in its type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holding {
    /// By value.
    #[default]
    Inline,
    /// In a box, since the type would contain itself.
    Boxed,
    /// In a box that the compiler does not look into, since types nest too deeply.
    Opaque,
}

/// When a part of a client is there, given that each group of operations may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Availability {
    /// Whatever groups there are.
    #[default]
    Always,
    /// Where one of these groups is, by position in [`crate::ir::Api::tags`].
    With(BTreeSet<usize>),
}

/// Facts about an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationFacts {
    /// The tag that it belongs to, by position in [`crate::ir::Api::tags`].
    pub group: usize,
    /// The path parameter, by position, whose value the body's discriminator gives.
    pub tag_parameter: Option<usize>,
    /// Parameters, by position, that a caller passes by position, in the order of the path, then of the document.
    pub positional: Vec<usize>,
    /// Parameters, by position, that a caller sets when they want to.
    pub optional: Vec<usize>,
    /// By position of the parameter: what is sent, as text, when it is required and nobody sets it.
    pub implied: Vec<Option<String>>,
    /// By position of the parameter: whether another one has the same name, in another location.
    pub shared_names: Vec<bool>,
    /// The media type of the request, by position in its content.
    pub request: Option<usize>,
    /// The media types that a caller can choose for the request, the default first; none where there is no choice.
    pub alternatives: Vec<Alternative>,
    /// What a success carries.
    pub success: Success,
    /// The statuses of the redirects that are successes.
    pub redirects: Vec<Span>,
    /// What failures carry that is not the error that operations share.
    pub failure: Option<Failure>,
    /// The statuses of the failures whose JSON is not the error that operations share.
    pub unshared: Vec<Span>,
}
