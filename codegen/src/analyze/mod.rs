//! What follows from an API: facts that emitters ask for and never compute.

pub(crate) mod aliases;
mod alternatives;
mod boxes;
pub(crate) mod direction;
mod groups;
mod homes;
mod media_types;
mod nested_parameters;
pub(crate) mod nesting;
mod operations;
mod outcomes;
mod secrets;
#[cfg(test)]
mod tests;
mod untagged;

use std::collections::{BTreeMap, BTreeSet};

pub use alternatives::{Alternative, Conversion};
pub use homes::Home;
pub use secrets::Secrecy;
pub use untagged::{ObjectTest, Test, VariantFacts};

use crate::diagnostic::Sink;
use crate::ir::{Api, Shape, TypeDef, TypeId};
use direction::{Direction, Directions};
pub use outcomes::{Body, Failure, Outcome, Span, Success};

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

/// Finds the facts about an API that [`crate::specialize::specialize`] has gone over.
///
/// Unions that a client cannot read in full are noted in `sink`.
#[must_use]
pub fn analyze(api: &Api, sink: &mut Sink) -> Facts {
    nested_parameters::report(api, sink);
    let error = outcomes::shared_error(api);
    let tags = api.tags.iter().enumerate();
    let groups: BTreeMap<_, _> = tags.map(|(at, tag)| (tag.name.as_str(), at)).collect();
    let operations: Vec<_> = api
        .operations
        .iter()
        .map(|operation| {
            let group = groups.get(operation.tag.as_str()).copied();
            operations::facts(&api.types, operation, error, group.unwrap_or_default())
        })
        .collect();
    let directions = Directions::of(api, |operation, parameter| {
        operations[operation].tag_parameter == Some(parameter)
    });
    let is_received = |ty: &TypeDef| directions.contains(ty.id, Direction::Response);
    let boxed = boxes::find(&api.types);
    let opaque = nesting::find(&api.types, &boxed);
    let homes = homes::find(&api.types);
    let availability = groups::availability(api, &operations, error, &homes);
    let variants = untagged::find(&api.types, is_received, sink);
    let places = availability.into_iter().zip(homes);
    let held = holdings(&boxed, &opaque);
    let types = api.types.iter().zip(held).zip(places).zip(variants);
    let types = types.map(|(((ty, held), (availability, home)), variants)| TypeFacts {
        availability,
        home,
        in_request: directions.contains(ty.id, Direction::Request),
        in_response: is_received(ty),
        held,
        secrecy: secrets::of(&api.types, ty.id),
        defaultable: is_defaultable(ty),
        variants,
    });
    Facts {
        types: types.collect(),
        operations,
        error,
    }
}

/// For each type and member, which box it needs.
fn holdings(boxed: &[Vec<bool>], opaque: &[Vec<bool>]) -> Vec<Vec<Holding>> {
    let of_type = |(boxed, opaque): (&Vec<bool>, &Vec<bool>)| {
        let of_member = |(position, opaque): (usize, &bool)| match boxed.get(position) {
            _ if *opaque => Holding::Opaque,
            Some(true) => Holding::Boxed,
            _ => Holding::Inline,
        };
        opaque.iter().enumerate().map(of_member).collect()
    };
    boxed.iter().zip(opaque).map(of_type).collect()
}

fn is_defaultable(ty: &TypeDef) -> bool {
    match &ty.shape {
        Shape::Struct(object) => object.properties.iter().all(|property| !property.required),
        _ => false,
    }
}
