//! Assigns all names in Rust. No other stage handles case or keywords.
//!
//! # Words
//!
//! A name is words before it has a case. Words end where case changes (`regionName`, `AWSRegion` = aws region), at
//! everything that is neither letter nor digit, and nowhere inside a few spellings (`IPv4`, `OAuth`, `MongoDB`) or
//! plurals (`userIDs` = user ids). Letters beyond ASCII are transliterated, so that names can be typed and compilers
//! find nothing confusable. `+` and a `-` in front are spelled out; so are a comparison in front or at the end
//! (`EndTime<` = end time lt) and a text of symbols alone (`>=` = greater equal); an empty text is `empty`. A name
//! that would begin with a digit begins with `v`, and digits that would run together keep a border (`1.0` = `V1_0`).
//!
//! # Names
//!
//! A document may give names: `x-rust-name` on a schema, property, parameter, operation or tag, and
//! `x-enum-varnames` on an enum. Settings may name an extension that holds the names of operations, and may give names to
//! schemas and operations by patterns, which take precedence. Such a name is words as well: it gets the case of its item,
//! and derived names follow it. Otherwise:
//!
//! | item | name |
//! |---|---|
//! | schema | its key; inline: its owner, then its place (`Owner` + property `status` = `OwnerStatus`; `..Item`, `..Value`, the label of an alternative) |
//! | schema with the name of a generic type | its own name and its arguments, without namespaces (`Page«Pet»` = `PagePet`) |
//! | inline body | the operation + `Request` or `Response`; failures with their status (`..Response404`) |
//! | form for requests | the schema + `Request`, or + `Input` when it ends in `Request` already |
//! | inline body of several versions | the same + the version |
//! | inline parameter | the operation, or the path that has it, + its name; a parameter component goes by its key alone |
//! | field, argument, method | snake case; keywords are raw (`r#type`), and names that Rust or the runtime needs have a `_` (`self_`, `new_`, `send_`, `with_x_`) |
//! | method for a field that all variants of a union have | the field; with a `_` if unions have the method (`tag_`) |
//! | variant | the value, the tag, or the name of the type; inline: its label |
//! | label of an alternative | the first that no other has: `x-rust-name`, a constant property, a short title, the only required or only property, the JSON type, that with its format, properties of its own; labels that differ in case or symbols only are spelled out; numerals come last and follow the content |
//! | catch-all | `Unknown`, or `Unrecognized` if a value has that name; `additional_properties` |
//! | bodies by status | the operation + `Success` or `Failure`; a variant is named after the status in HTTP (`NoContent`), a range `Success`, `ClientError`, .. |
//! | struct of more than seven required values | the type or the builder + `Required` |
//! | server | its description if that is short, else `Server` |
//! | method | the operation without the name of its group in front (`gists/list` = `list`); an id of the method and the path without it in the middle (`GetChargesCharge` = `get_charge`, `GetCharges` = `list`) |
//! | builder | the operation; + `Call` if a type has the name |
//! | method and builder of another version than the default | the operation + the version (`list_things_2023_01_01`) |
//! | handle of a tag | the tag; + `Api` if a type has the name (`Operations` after `Api`) |
//! | feature of a tag | the tag, or the beginning of its name if tags share features, in kebab case; + `-api` if something else in the manifest has the name |
//! | module | snake case of the component or operation, also for its inline types; a name that cannot be a file has a `_` |
//! | static of a pattern | the first type that has it |
//!
//! # Collisions
//!
//! Types, handles and builders of a crate differ by more than case; fields, variants,
//! arguments and methods of a handle are unique in their scope. A type whose name Rust or the runtime needs is a
//! `..Model` (`ErrorModel`), of two parameters with one name, one contains its location (`id_query`), and of values that
//! differ in case only, one contains its case (`MLowercase`). Otherwise a name that
//! is already in Rust's case is kept, else the first in alphabetical order; the others have a numeral, with a
//! warning that names both. Given names come first, and keys of components before derived names. Nothing else in the
//! document changes a name, and no order in it does.
//!
//! Tags that differ in case or symbols only have one numeral for module, method, type and feature. A name that becomes
//! a file name (types, modules, features, programs) ends at a word within 120 characters.

mod alternatives;
mod commands;
mod generics;
mod members;
mod methods;
mod names;
mod operations;
mod outcomes;
mod report;
mod required;
mod reserved;
mod schemes;
mod scope;
mod servers;
mod tags;
#[cfg(test)]
mod tests;
mod types;
mod webhooks;
mod words;

pub use commands::{camel_command, kebab_command};
pub use names::{Names, OperationNames, OutcomeNames, ServerNames, TagNames, TypeNames};
pub use reserved::union_method;

use crate::analyze::Facts;
use crate::diagnostic::Sink;
use crate::ir::Api;
use scope::Scope;
use words::Words;

/// Assigns all names of a client.
///
/// A member that is a keyword is a raw identifier (`r#type`). Collisions are noted in `sink`; names are valid and
/// distinct all the same.
#[must_use]
pub fn name(api: &Api, facts: &Facts, sink: &mut Sink) -> Names {
    let mut idents = Scope::folded(Words::camel, &reserved::TYPES);
    let mut names = Names {
        types: types::names(&api.types, facts, &mut idents, sink),
        tags: tags::names(&api.tags, &facts.features, &mut idents, sink),
        operations: operations::operations(&api.operations, &api.tags, facts, &mut idents, sink),
        servers: servers::names(&api.servers),
        schemes: schemes::names(api.security_schemes.keys()),
        webhooks: webhooks::names(&api.webhooks),
    };
    // They do not affect other names.
    required::name(&mut names, facts, &mut idents);
    names
}
