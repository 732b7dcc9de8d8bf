//! Names of fields, of variants, and of what catches the rest.

use std::collections::BTreeSet;

use super::report;
use super::reserved::{MEMBERS, identifier};
use super::scope::{Claim, Scope};
use super::words::Words;
use crate::diagnostic::{Code, Sink};
use crate::ir::{
    AdditionalProperties, EnumValues, Primitive, Shape, Struct, TypeDef, TypeRef, Union, Variant,
};

/// The names of the members by position, and of the catch-all.
pub(super) fn names(ty: &TypeDef, types: &[Claim], sink: &mut Sink) -> (Vec<String>, String) {
    match &ty.shape {
        Shape::Struct(object) => fields(ty, object, sink),
        Shape::Enum(values) => match &values.values {
            EnumValues::Strings(values) => {
                let values = values.iter().map(|value| value.value.clone());
                listed(ty, &values.collect::<Vec<_>>(), sink)
            }
            EnumValues::Integers(_, values) => {
                let values = values.iter().map(|value| value.value.to_string());
                listed(ty, &values.collect::<Vec<_>>(), sink)
            }
        },
        Shape::Union(union) => variants(ty, union, types, sink),
        Shape::Scalar(_) | Shape::Alias(_) => (Vec::new(), String::new()),
    }
}

fn fields(ty: &TypeDef, object: &Struct, sink: &mut Sink) -> (Vec<String>, String) {
    let mut scope = Scope::new(|words| identifier(words.snake(), MEMBERS));
    let mut names = Vec::with_capacity(object.properties.len());
    for property in &object.properties {
        let claim = scope.claim(&Words::of(&property.name), None, &property.name);
        report(
            sink,
            Code::NameCollision,
            &ty.origin,
            &property.name,
            &claim,
        );
        names.push(claim.name);
    }
    let rest = match object.additional {
        AdditionalProperties::Kept(_) => {
            scope
                .claim(&Words::of("additional properties"), None, "")
                .name
        }
        AdditionalProperties::Ignored => String::new(),
    };
    (names, rest)
}

fn listed(ty: &TypeDef, values: &[String], sink: &mut Sink) -> (Vec<String>, String) {
    let mut scope = variant_scope();
    let mut seen = BTreeSet::new();
    let mut names = Vec::with_capacity(values.len());
    for value in values {
        if !seen.insert(value) {
            let message = format!("the enum lists `{value}` twice");
            sink.error(
                Code::EnumCollision,
                &ty.origin,
                message,
                "remove one of the two",
            );
        }
        let claim = scope.claim(&Words::of(value), None, value);
        report(sink, Code::EnumCollision, &ty.origin, value, &claim);
        names.push(claim.name);
    }
    (names, catch_all(&mut scope))
}

fn variants(
    ty: &TypeDef,
    union: &Union,
    types: &[Claim],
    sink: &mut Sink,
) -> (Vec<String>, String) {
    let mut scope = variant_scope();
    let mut names = Vec::with_capacity(union.variants.len());
    for variant in &union.variants {
        let (words, text) = described(variant, types);
        let claim = scope.claim(&words, None, &text);
        report(sink, Code::NameCollision, &ty.origin, &text, &claim);
        names.push(claim.name);
    }
    (names, catch_all(&mut scope))
}

/// A variant goes by its tag; one without goes by its type.
fn described(variant: &Variant, types: &[Claim]) -> (Words, String) {
    if let Some(tag) = &variant.tag {
        return (Words::of(tag), tag.clone());
    }
    let words = type_words(&variant.ty, types);
    let text = words.camel();
    (words, text)
}

fn type_words(ty: &TypeRef, types: &[Claim]) -> Words {
    match ty {
        TypeRef::Named(id) => match types.get(id.index()) {
            Some(claim) => claim.words.clone(),
            None => Words::of("object"),
        },
        TypeRef::Nullable(inner) => type_words(inner, types),
        TypeRef::List(item) => type_words(item, types).and("list"),
        TypeRef::Map(value) => type_words(value, types).and("map"),
        TypeRef::Any => Words::of("any"),
        TypeRef::Primitive(primitive) => Words::of(match primitive {
            Primitive::Bool => "bool",
            Primitive::Integer(_) => "integer",
            Primitive::Number(_) => "number",
            Primitive::String(_) => "string",
        }),
    }
}

fn variant_scope() -> Scope {
    Scope::new(|words| identifier(words.camel(), &[]))
}

/// `Unknown`, unless a member means something of that name.
fn catch_all(members: &mut Scope) -> String {
    let unknown = Words::of("unknown");
    if members.is_free(&unknown) {
        return members.claim(&unknown, None, "").name;
    }
    members.claim(&Words::of("unrecognized"), None, "").name
}
