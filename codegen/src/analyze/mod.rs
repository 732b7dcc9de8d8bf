//! Facts that follow from an API; emitters never compute them.

mod alternatives;
mod boxes;
pub(crate) mod direction;
mod facts;
mod features;
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
mod xml;

pub use alternatives::{Alternative, Conversion};
pub use facts::{
    Arguments, Availability, Facts, Holding, OperationFacts, ParameterFacts, TypeFacts,
};
pub use features::Features;
pub use homes::Home;
pub use secrets::Secrecy;
pub use untagged::{ObjectTest, Test, VariantFacts};

use crate::diagnostic::Sink;
use crate::ir::{Api, Direction, Shape, TypeDef};
use direction::Directions;
pub use outcomes::{Body, Failure, Outcome, Span, Success};

/// Finds the facts about an API that [`crate::specialize::specialize`] has gone over.
///
/// Unions that a client cannot read in full are noted in `sink`.
#[must_use]
pub fn analyze(api: &Api, sink: &mut Sink) -> Facts {
    nested_parameters::report(api, sink);
    let errors = outcomes::errors(api);
    let error = outcomes::shared_error(&errors);
    let operations: Vec<_> = api
        .operations
        .iter()
        .map(|operation| operations::facts(&api.types, operation, error))
        .collect();
    let directions = Directions::of(api, |operation, parameter| {
        operations[operation].tag_parameter == Some(parameter)
    });
    let is_received = |ty: &TypeDef| directions.contains(ty.id, Direction::Response);
    let boxed = boxes::find(&api.types);
    let opaque = nesting::find(&api.types, &boxed);
    let homes = homes::find(&api.types);
    let features = Features::of(&api.tags);
    let availability = groups::availability(api, &operations, &features, error, &homes);
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
        required: Arguments::of(required_properties(ty)),
        variants,
    });
    Facts {
        types: types.collect(),
        operations,
        features,
        error,
        errors: errors.into_iter().map(|(ty, _)| ty.clone()).collect(),
        in_xml: xml::types(api),
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
    matches!(ty.shape, Shape::Struct(_)) && required_properties(ty) == 0
}

fn required_properties(ty: &TypeDef) -> usize {
    match &ty.shape {
        Shape::Struct(object) => object.properties.iter().filter(|it| it.required).count(),
        _ => 0,
    }
}
