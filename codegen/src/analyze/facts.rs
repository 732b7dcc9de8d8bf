//! The facts, by the ids and positions of the API.

use std::collections::BTreeSet;

use super::{Alternative, Failure, Features, Home, Secrecy, Span, Success, VariantFacts};
use crate::ir::{MediaTypeId, ParameterId, TagId, TypeId, TypeRef};

/// Facts about one [`crate::ir::Api`], by the ids and positions of that API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// By [`TypeId::index`].
    pub types: Vec<TypeFacts>,
    /// By position in [`crate::ir::Api::operations`].
    pub operations: Vec<OperationFacts>,
    /// The features of the tags.
    pub features: Features,
    /// The error body that operations share: the one of more than half of all failures.
    pub error: Option<TypeId>,
    /// The types of the JSON of failures, the most frequent first.
    pub errors: Vec<TypeRef>,
    /// The types in bodies of XML.
    pub in_xml: BTreeSet<TypeId>,
}

/// Facts about a type.
///
/// A type that is neither sent nor received does not appear in a signature, because a body's discriminator determines its
/// value ([`OperationFacts::tag_parameter`]). It is omitted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeFacts {
    /// Whether an operation sends it.
    pub in_request: bool,
    /// Whether an operation receives it.
    pub in_response: bool,
    /// How each member (property or variant, by position; last, the properties without names) is held.
    pub held: Vec<Holding>,
    /// Whether its values are printed.
    pub secrecy: Secrecy,
    /// Whether it can implement `Default`: no property is required.
    pub defaultable: bool,
    /// How its constructor takes the required properties.
    pub required: Arguments,
    /// The groups of operations that need it or its file.
    pub availability: Availability,
    /// The file that contains it.
    pub home: Home,
    /// The tests of the variants of a union without a discriminator, by position.
    pub variants: Vec<VariantFacts>,
}

/// How a function takes required values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arguments {
    /// One after the other.
    #[default]
    Positional,
    /// As a struct with a field for each, because there are too many of them to be told apart by position.
    Named,
}

impl Arguments {
    /// The most values that are positional.
    const MOST: usize = 7;

    /// How a function takes this number of values.
    #[must_use]
    pub fn of(count: usize) -> Self {
        if count > Self::MOST {
            Self::Named
        } else {
            Self::Positional
        }
    }
}

/// How a member is held in its type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Holding {
    /// By value.
    #[default]
    Inline,
    /// In a box, because the type would contain itself.
    Boxed,
    /// In a box that is opaque to the compiler, because types nest too deeply.
    Opaque,
}

/// The groups of operations that require a part of the client.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Availability {
    /// All, or none: the part is unconditional.
    #[default]
    Always,
    /// Any of these groups, each as the first tag of its feature.
    With(BTreeSet<TagId>),
}

/// Facts about a parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParameterFacts {
    /// The text that is sent if it is required and not set.
    pub implied: Option<String>,
    /// Whether another parameter has the same name, in another location.
    pub shares_name: bool,
}

/// Facts about an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationFacts {
    /// The path parameter whose value is the body's discriminator.
    pub tag_parameter: Option<ParameterId>,
    /// The positional arguments, in the order of the path, then of the document.
    pub positional: Vec<ParameterId>,
    /// How the method takes them and the required body.
    pub required: Arguments,
    /// The optional parameters.
    pub optional: Vec<ParameterId>,
    /// By [`ParameterId::index`].
    pub parameters: Vec<ParameterFacts>,
    /// The media type of the request.
    pub request: Option<MediaTypeId>,
    /// The media types that a caller can choose for the request, the default first; empty without a choice.
    pub alternatives: Vec<Alternative>,
    /// The body of a success.
    pub success: Success,
    /// The statuses of the redirects that are successes.
    pub redirects: Vec<Span>,
    /// The bodies of failures other than the shared error.
    pub failure: Option<Failure>,
    /// The statuses of the failures whose JSON is not the error that operations share.
    pub unshared: Vec<Span>,
}
