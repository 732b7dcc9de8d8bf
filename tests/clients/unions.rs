//! The program that tries out the unions of a client.

use std::fmt::Write;

use codegen::analyze::{Test, TypeFacts};
use codegen::ir::{Discriminator, Shape, TaggedVariant, Variant, Variants};
use codegen::name::TypeNames;
use serde_json::{Value, json};

use super::Client;
use super::json;

/// What all programs have in common; `LIBRARY` is the client's crate.
const HEAD: &str = "\
//! The unions of the client, variant by variant.
#![allow(deprecated, unused, reason = \"not every document has every kind of union\")]

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use LIBRARY::types;

/// Reads a value, looks at what it is, and compares what goes back out.
fn read<T: Debug + DeserializeOwned + Serialize>(json: &str, is_expected: impl Fn(&T) -> bool) {
    let expected: Value = serde_json::from_str(json).unwrap();
    let value: T = serde_json::from_str(json).unwrap_or_else(|error| panic!(\"{json}: {error}\"));
    assert!(is_expected(&value), \"{json} is {value:?}\");
    assert_eq!(serde_json::to_value(&value).unwrap(), expected);
}
";

/// The module for the client in the crate `library`; nothing when there are no unions.
pub(super) fn of(client: &Client, library: &str) -> Option<String> {
    let mut text = HEAD.replace("LIBRARY", library);
    let mut is_empty = true;
    let types = client
        .api
        .types
        .iter()
        .zip(&client.facts.types)
        .zip(&client.names.types);
    for ((ty, facts), names) in types {
        let is_shown = facts.in_request || facts.in_response;
        if let (Shape::Union(union), true) = (&ty.shape, is_shown) {
            let calls = match &union.variants {
                Variants::Tagged(tag, variants) => tagged(client, names, tag, variants),
                Variants::Untagged(variants) => untagged(client, names, facts, variants),
            };
            let name = names.constant.to_lowercase();
            // A `String` takes every write.
            let _ = write!(text, "\n#[test]\nfn of_{name}() {{\n{calls}}}\n");
            is_empty = false;
        }
    }
    (!is_empty).then_some(text)
}

/// Each variant, a tag that is new, a tag that is no string, and no tag.
fn tagged(
    client: &Client,
    names: &TypeNames,
    tag: &Discriminator,
    variants: &[TaggedVariant],
) -> String {
    let property = &tag.property;
    let mut calls = String::new();
    for (TaggedVariant { tag, variant, .. }, member) in variants.iter().zip(&names.members) {
        let value = json::variant(&client.api, &variant.ty, property, tag);
        let value = value.unwrap_or_else(|| json!({ property: tag }));
        calls += &call(names, &value, member);
    }
    let rest = &names.rest;
    calls += &call(
        names,
        &json!({ property: "a tag that no document has", "a": 1.5 }),
        rest,
    );
    calls += &call(names, &json!({ property: 5 }), rest);
    calls + &call(names, &json!({ "a key that no document has": null }), rest)
}

/// Each variant, and a value that looks like none.
fn untagged(client: &Client, names: &TypeNames, facts: &TypeFacts, variants: &[Variant]) -> String {
    let mut calls = String::new();
    let members = variants.iter().zip(&facts.variants).zip(&names.members);
    for (index, ((variant, looks), member)) in members.enumerate() {
        let value = if looks.tests == [Test::Any] {
            // What no other variant takes.
            let others = facts.variants.iter().enumerate();
            let others = others.filter(|(other, _)| *other != index);
            json::stranger(
                &others
                    .flat_map(|(_, other)| &other.tests)
                    .collect::<Vec<_>>(),
            )
        } else {
            // What is required makes the variant; more may make it like another.
            json::of_variant(&client.api, variant)
        };
        if let Some(value) = value {
            let is_distinct = looks.is_distinct;
            calls += &call(names, &value, if is_distinct { member } else { "*" });
        }
    }
    let tests = facts.variants.iter().flat_map(|variant| &variant.tests);
    if let Some(stranger) = json::stranger(&tests.collect::<Vec<_>>()) {
        calls += &call(names, &stranger, &names.rest);
    }
    calls
}

/// Reads `value` as the member of that name, or as any.
fn call(names: &TypeNames, value: &Value, member: &str) -> String {
    let ident = &names.ident;
    let json = value.to_string();
    let check = match member {
        "*" => "|_| true".to_owned(),
        member => format!("|it| matches!(it, types::{ident}::{member} {{ .. }})"),
    };
    format!("    read::<types::{ident}>({json:?}, {check});\n")
}
