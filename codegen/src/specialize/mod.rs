//! Specializes an API: one type for each direction, one operation for each version.
//!
//! A document describes a resource once and marks properties `readOnly` or `writeOnly`; Rust has no such marks, and
//! emitters would have to check the direction at every property. This stage therefore resolves them
//! from IR to IR:
//!
//! - A type in requests only loses its `readOnly` properties, a type in responses only its `writeOnly` ones.
//! - A type in both directions without marks, and without marked types in it, remains one type. Any other is
//!   split: responses keep the original's name, and requests get a new type. (The other way
//!   around, one more mark would rename a type that callers read.)
//! - The discriminator of a union is exempt from both marks: it is sent in both directions.
//! - A variant that is a union with the same discriminator has the tags of that union, which then writes the tag.
//! - An object that is only used as a variant loses the discriminator's property, because the union writes it; two
//!   places for one value could disagree.
//! - A required property with one value is a constant instead of a field, and so is the discriminator in an object that
//!   one value of it selects, so that callers cannot contradict it.
//! - An alternative that is an object of one key, or one string, is a variant that holds the value of the key, or none.
//! - An inline string or number that is only received loses its rules.
//! - An operation with several dated versions becomes one operation for each.
//! - In a body of `application/merge-patch+json`, optional properties and values of maps can be `null`, which deletes.
//! - XML that is not an object, or the body of a failure, becomes text or bytes.
//! - The properties of a form of `multipart/form-data` that are bytes become files. In JSON they would be text, so an
//!   object that goes both ways has a form of its own.
//! - Inline strings, numbers and enums of the same key and shape are one type, with an alias at each other place.
//! - Lists and maps that exceed the compiler's recursion limit hold raw JSON at that depth.
//! - A recursive alias holds raw JSON instead, and so does a union that is its own variant.
//!
//! The type table is rebuilt from the operations, in the order of use, so that an unused schema
//! leaves no trace.

mod aliases;
mod constants;
mod duplicates;
mod external;
mod files;
mod layers;
mod merge_patch;
mod nested;
mod scalars;
mod split;
mod tags;
#[cfg(test)]
mod tests;
mod uses;
mod versions;
mod xml;

use crate::diagnostic::Sink;
use crate::ir::Api;
use crate::options::VersionOptions;

/// Splits operations by version and types by direction. Afterwards every
/// [`crate::ir::Property::access`] is `ReadWrite`.
///
/// Types that cannot be represented are reported to `sink`.
#[must_use]
pub fn specialize(mut api: Api, options: &VersionOptions, sink: &mut Sink) -> Api {
    api.operations = versions::choose(api.operations, options, sink);
    aliases::open_cycles(&mut api.types, sink);
    aliases::open_unions(&mut api.types, sink);
    layers::open(&mut api, sink);
    nested::merge(&mut api.types, sink);
    xml::open(&mut api);
    merge_patch::mark(&mut api);
    files::mark(&mut api, sink);
    tags::exempt(&mut api.types);
    tags::strip(&mut api);
    constants::fix(&mut api.types);
    external::open(&mut api);
    scalars::open(&mut api);
    let mut api = split::split(api);
    duplicates::merge(&mut api.types);
    api
}
