//! What follows from an API: facts that emitters ask for and never compute.

mod boxes;
pub(crate) mod direction;
mod operations;
#[cfg(test)]
mod tests;
mod untagged;

pub use untagged::{ObjectTest, Test, VariantFacts};

use crate::diagnostic::Sink;
use crate::ir::{Api, Encoding, Operation, Shape, TypeDef, TypeId, TypeRef};
use direction::{Direction, Directions};

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
///
/// A type that is neither sent nor received is one that no signature shows, because a body's discriminator gives its
/// value ([`OperationFacts::tag_parameter`]): a client can do without it.
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
    /// What tells the variants of a union without a discriminator apart, by position.
    pub variants: Vec<VariantFacts>,
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
    /// By position of the parameter: what is sent, as text, when it is required and nobody sets it.
    pub implied: Vec<Option<String>>,
    /// The media type of the request, by position in its content.
    pub request: Option<usize>,
    /// The response and its media type, by position, that a success is decoded as.
    pub success: Option<(usize, Option<usize>)>,
}

/// Finds the facts about an API that [`crate::specialize::specialize`] has gone over.
///
/// Unions that a client cannot read in full are noted in `sink`.
#[must_use]
pub fn analyze(api: &Api, sink: &mut Sink) -> Facts {
    let operations: Vec<_> = api
        .operations
        .iter()
        .map(|operation| operations::facts(&api.types, operation))
        .collect();
    let directions = Directions::of(api, |operation, parameter| {
        operations[operation].tag_parameter == Some(parameter)
    });
    let is_received = |ty: &TypeDef| directions.contains(ty.id, Direction::Response);
    let boxed = boxes::find(&api.types);
    let variants = untagged::find(&api.types, is_received, sink);
    let types = api.types.iter().zip(boxed).zip(variants);
    let types = types.map(|((ty, boxed), variants)| TypeFacts {
        in_request: directions.contains(ty.id, Direction::Request),
        in_response: is_received(ty),
        boxed,
        defaultable: is_defaultable(ty),
        variants,
    });
    Facts {
        types: types.collect(),
        operations,
        error: shared_error(api),
    }
}

fn is_defaultable(ty: &TypeDef) -> bool {
    match &ty.shape {
        Shape::Struct(object) => object.properties.iter().all(|property| !property.required),
        _ => false,
    }
}

/// The type of every failure's JSON body, when that is one named type. Bodies that are no JSON do not matter.
fn shared_error(api: &Api) -> Option<TypeId> {
    let failures = api.operations.iter().flat_map(Operation::failures);
    let mut bodies = failures
        .flat_map(|response| &response.content)
        .filter(|media| media.encoding == Encoding::Json)
        .map(|media| match media.ty {
            TypeRef::Named(id) => Some(id),
            _ => None,
        });
    let first = bodies.next()??;
    bodies.all(|body| body == Some(first)).then_some(first)
}
