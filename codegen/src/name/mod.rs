//! Names in Rust: assigned once, here, where alone case and keywords are known.
//!
//! # Words
//!
//! A name is words before it has a case. Words end where case changes (`regionName`, `AWSRegion` = aws region), at
//! everything that is neither letter nor digit, and nowhere inside a few spellings (`IPv4`, `OAuth`, `MongoDB`) or
//! plurals (`userIDs` = user ids). Letters beyond ASCII are transliterated, so that names can be typed and compilers
//! find nothing confusable. `+` and a `-` in front are spelled out; so is a text of symbols alone (`>=` = greater
//! equal); an empty text is `empty`. A name that would begin with a digit begins with `v`, and digits that would run
//! together keep a border (`1.0` = `V1_0`).
//!
//! # Names
//!
//! A document may say what a thing is called: `x-rust-name` on a schema, property, parameter, operation or tag, and
//! `x-enum-varnames` on an enum. Settings may name an extension that holds the names of operations. Such a name is words
//! as well, so it gets the case of what it names, and what is called after the thing follows it. Otherwise:
//!
//! | what | name |
//! |---|---|
//! | schema | its key; inline: what it stands in, then its place (`Owner` + property `status` = `OwnerStatus`; `..Item`, `..Value`, the label of an alternative) |
//! | schema with the name of a generic type | its own name and its arguments, without namespaces (`Page«Pet»` = `PagePet`) |
//! | inline body | the operation + `Request` or `Response`; failures with their status (`..Response404`) |
//! | form for requests | the schema + `Request`, or + `Input` when it ends in `Request` already |
//! | inline body of several versions | the same + the version |
//! | inline parameter | the operation, or the path that has it, + its name; a parameter component goes by its key alone |
//! | field, argument, method | snake case; keywords are raw (`r#type`), and what Rust or the runtime needs has a `_` (`self_`, `new_`, `send_`, `with_x_`) |
//! | variant | the value, the tag, or the name of the type; inline: its label |
//! | label of an alternative | the first that no other has: `x-rust-name`, a constant property, a short title, the only required or only property, the JSON type, that with its format, properties of its own; what differs in case or symbols alone is spelled out; numerals come last and follow the content |
//! | catch-all | `Unknown`, or `Unrecognized` when a value is called so; `additional_properties` |
//! | bodies by status | the operation + `Success` or `Failure`; a variant is called as HTTP calls the status (`NoContent`), a range `Success`, `ClientError`, .. |
//! | server | its description when that is short, else `Server` |
//! | builder | the operation; + `Call` when a type has the name |
//! | method and builder of another version than the usual one | the operation + the version (`list_things_2023_01_01`) |
//! | handle of a tag | the tag; + `Api` when a type has the name (`Operations` after `Api`) |
//! | feature of a tag | the tag in kebab case; + `-api` when something else of the manifest has the name |
//! | module | snake case of the component or operation, whose inline types it has too; what cannot be a file has a `_` |
//! | static of a pattern | the first type that has it |
//!
//! # Collisions
//!
//! Types, handles and builders of a crate differ from each other even when case does not count; fields, variants,
//! arguments and the methods of a handle differ in their scope. A type whose name Rust or the runtime needs is a
//! `..Model` (`ErrorModel`), one parameter of two with one name says its place (`id_query`). Otherwise what the
//! document calls as Rust does has the plain name, else the first by the alphabet; the others have a numeral, with a
//! warning that names both. Given names come first, and keys of components before derived names. Nothing else in the
//! document changes a name, and no order in it does.
//!
//! Tags that are the same but for case and symbols have one numeral for module, method, type and feature. What becomes
//! the name of a file (types, modules, features, programs) ends at a word within 120 characters.

mod alternatives;
mod generics;
mod members;
mod operations;
mod outcomes;
mod reserved;
mod scope;
mod servers;
mod tags;
#[cfg(test)]
mod tests;
mod types;
mod words;

use crate::analyze::Facts;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::ir::Api;
use scope::{Claim, Scope};
use words::Words;

/// The names of one [`crate::ir::Api`], by the ids and positions of that API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    /// By [`crate::ir::TypeId::index`].
    pub types: Vec<TypeNames>,
    /// By position in [`crate::ir::Api::operations`].
    pub operations: Vec<OperationNames>,
    /// By position in [`crate::ir::Api::tags`].
    pub tags: Vec<TagNames>,
    /// By position in [`crate::ir::Api::servers`].
    pub servers: Vec<ServerNames>,
}

/// The names of a server.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerNames {
    /// `Production`: the type that takes the variables of its URL.
    pub ident: String,
    /// `PRODUCTION`: the URL, when it has no variables.
    pub constant: String,
    /// Setters, by position of the variable.
    pub variables: Vec<String>,
}

/// The names of a type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TypeNames {
    /// `AwsRegion`
    pub ident: String,
    /// `aws_region`: the module, and file, that it shares with what is inline in it.
    pub module: String,
    /// `AWS_REGION`: the static that checks it, where one does. No other type has it.
    pub constant: String,
    /// Fields or variants, by position of the property, value or variant.
    pub members: Vec<String>,
    /// The catch-all: `Unknown` of an enum or union, `additional_properties` of a struct.
    pub rest: String,
}

/// The names of an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationNames {
    /// `create_private_endpoint`: the method on the tag's handle.
    pub method: String,
    /// `CreatePrivateEndpoint`: the builder.
    pub builder: String,
    /// `CREATE_PRIVATE_ENDPOINT`: the static that describes it.
    pub constant: String,
    /// `create_private_endpoint`: the program that shows it.
    pub program: String,
    /// Arguments and setters, by position of the parameter.
    pub parameters: Vec<String>,
    /// The argument that is the request body.
    pub body: String,
    /// The enum of the request body, where it can be sent in several media types.
    pub alternatives: Option<OutcomeNames>,
    /// The enum of what successes carry, where they differ by status.
    pub success: Option<OutcomeNames>,
    /// The enum of what failures carry, where they differ by status.
    pub failure: Option<OutcomeNames>,
}

/// The names of an enum with a variant for each status, or for each media type of a body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeNames {
    /// `CreatePrivateEndpointSuccess`
    pub ident: String,
    /// The variants, by position of the outcome or of the alternative.
    pub variants: Vec<String>,
}

/// The names of a tag.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagNames {
    /// `PrivateEndpointServices`: the handle.
    pub ident: String,
    /// `private_endpoint_services`: its module, and the accessor on the client.
    pub module: String,
    /// `private-endpoint-services`: the feature of the crate that brings it, where there is more than one tag.
    pub feature: Option<String>,
}

/// Names everything that a client of the API shows.
///
/// A member that is a keyword is a raw identifier (`r#type`). Collisions are noted in `sink`; names are valid and
/// distinct all the same.
#[must_use]
pub fn name(api: &Api, facts: &Facts, sink: &mut Sink) -> Names {
    let mut idents = Scope::folded(Words::camel, reserved::TYPES);
    Names {
        types: types::names(&api.types, facts, &mut idents, sink),
        tags: tags::names(&api.tags, &mut idents, sink),
        operations: operations::operations(&api.operations, facts, &mut idents, sink),
        servers: servers::names(&api.servers),
    }
}

/// Notes which names needed a numeral.
fn report(sink: &mut Sink, code: Code, claims: &[Claim]) {
    let key = match code {
        Code::EnumCollision => "x-enum-varnames",
        _ => "x-rust-name",
    };
    let help = format!("rename one of the two, for example with `{key}`, or keep the numeral");
    for Claim {
        name,
        text,
        origin,
        rival,
        ..
    } in claims
    {
        let Some(rival) = rival else {
            continue;
        };
        let message = if rival.origin.is_none() {
            format!("`{text}` is {}; it becomes `{name}`", rival.text)
        } else if *text == rival.text {
            format!("two items are named `{text}`; the second becomes `{name}`")
        } else {
            let other = &rival.text;
            format!("`{text}` and `{other}` have the same name in Rust; `{text}` becomes `{name}`")
        };
        let at = origin.clone().unwrap_or_default();
        let mut finding = Diagnostic::warning(code, at, message).help(help.as_str());
        if let Some(other) = &rival.origin {
            finding = finding.label(other, "already has the name");
        }
        sink.report(finding);
    }
}
