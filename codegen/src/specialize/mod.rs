//! From an API to the same API with one type for each thing that travels.
//!
//! A document describes a resource once and marks properties `readOnly` or `writeOnly`; Rust has no such marks, and
//! an emitter that honoured them would have to ask at every property which way it looks. So the question is settled
//! here, from IR to IR, and later stages never see it:
//!
//! - What only requests use loses its `readOnly` properties, what only responses use its `writeOnly` ones.
//! - A type that goes both ways and has neither mark, nor holds a type that has one, stays one type. Any other is
//!   split: responses keep the original's name, and requests get a type of their own beside it. (The other way
//!   around, marking one more property would rename what callers read.)
//! - A property that is the discriminator of a union is exempt from both marks: it travels whatever they say.
//! - A variant that is a union with the same discriminator has the tags of that union, which then writes the tag.
//! - An object that is only ever a variant loses the discriminator's property, because the union writes it; two
//!   places for one value could disagree.
//! - A required property that has one value is no field but a constant, and so is the discriminator in an object that
//!   one value of it selects: nobody gives what is known, and nothing contradicts it.
//! - An alternative that is an object of one key, or one string, is a variant that holds the value of the key, or none.
//! - An inline string or number with rules is a plain one where it is only received.
//! - An operation that is there in several dated versions becomes one operation for each.
//! - The properties of a form of `multipart/form-data` that are bytes become files. In JSON they would be text, so an
//!   object that goes both ways has a form of its own.
//! - Inline strings, numbers and enums of the same key and shape are one type, with an alias at each other place.
//! - Lists and maps that nest more deeply than the compiler looks hold raw JSON at that depth.
//! - An alias that leads back to itself holds raw JSON instead, and so does a union that is its own variant.
//!
//! The type table is rebuilt with what operations reach, in the order in which they reach it, so that a schema that
//! nobody uses leaves no trace.

mod aliases;
mod constants;
mod external;
mod files;
mod layers;
mod nested;
mod scalars;
mod split;
mod tags;
#[cfg(test)]
mod tests;
mod twins;
mod uses;
mod versions;

use crate::diagnostic::Sink;
use crate::ir::Api;
use crate::options::VersionOptions;

/// Gives each version that the settings choose its operation, and each direction its types. Afterwards every
/// [`crate::ir::Property::access`] is `ReadWrite`.
///
/// What cannot be a type is noted in `sink`.
#[must_use]
pub fn specialize(mut api: Api, options: &VersionOptions, sink: &mut Sink) -> Api {
    api.operations = versions::choose(api.operations, options, sink);
    aliases::open_circles(&mut api.types, sink);
    aliases::open_unions(&mut api.types, sink);
    layers::open(&mut api, sink);
    nested::merge(&mut api.types, sink);
    files::mark(&mut api, sink);
    tags::exempt(&mut api.types);
    tags::strip(&mut api);
    constants::fix(&mut api.types);
    external::open(&mut api);
    scalars::open(&mut api);
    let mut api = split::split(api);
    twins::unite(&mut api.types);
    api
}
