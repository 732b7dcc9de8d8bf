//! Names of fields, of variants, and of what catches the rest.

use std::collections::BTreeSet;

use super::report;
use super::reserved::{MEMBERS, identifier};
use super::scope::{Claim, Scope, Wish};
use super::words::Words;
use crate::diagnostic::{Code, Sink};
use crate::ir::{
    AdditionalProperties, EnumValues, Primitive, Shape, Struct, Tagging, TypeDef, TypeRef, Union,
    Variant,
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
    let wishes = object
        .properties
        .iter()
        .map(|property| Wish::plain(&property.name));
    let claims = scope.claim_all(wishes.collect());
    report(sink, Code::NameCollision, &ty.origin, &claims);
    let rest = match object.additional {
        AdditionalProperties::Kept(_) => scope.claim(Wish::plain("additional properties")).name,
        AdditionalProperties::Ignored => String::new(),
    };
    (spelled(claims), rest)
}

fn listed(ty: &TypeDef, values: &[String], sink: &mut Sink) -> (Vec<String>, String) {
    let mut seen = BTreeSet::new();
    for value in values.iter().filter(|value| !seen.insert(*value)) {
        let message = format!("the enum lists `{value}` twice");
        sink.error(
            Code::EnumCollision,
            &ty.origin,
            message,
            "remove one of the two",
        );
    }
    let mut scope = variant_scope();
    let claims = scope.claim_all(values.iter().map(|value| Wish::plain(value)).collect());
    report(sink, Code::EnumCollision, &ty.origin, &claims);
    (spelled(claims), catch_all(&mut scope))
}

fn variants(
    ty: &TypeDef,
    union: &Union,
    types: &[Claim],
    sink: &mut Sink,
) -> (Vec<String>, String) {
    let mut scope = variant_scope();
    let wishes = union.variants.iter().map(|variant| wish(variant, types));
    let claims = scope.claim_all(wishes.collect());
    // Where there are no tags, the document has nothing to rename.
    if matches!(union.tagging, Tagging::Discriminator(_)) {
        report(sink, Code::NameCollision, &ty.origin, &claims);
    }
    (spelled(claims), catch_all(&mut scope))
}

/// A variant goes by its tag; one without goes by its type.
fn wish(variant: &Variant, types: &[Claim]) -> Wish {
    match &variant.tag {
        Some(tag) => Wish::plain(tag),
        None => Wish {
            text: String::new(),
            words: type_words(&variant.ty, types),
            word: None,
        },
    }
}

fn spelled(claims: Vec<Claim>) -> Vec<String> {
    claims.into_iter().map(|claim| claim.name).collect()
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
            Primitive::File => "file",
        }),
    }
}

fn variant_scope() -> Scope {
    Scope::new(|words| identifier(words.camel(), &[]))
}

/// `Unknown`, unless a member means something of that name.
fn catch_all(members: &mut Scope) -> String {
    let unknown = Wish::plain("unknown");
    if members.is_free(&unknown.words) {
        return members.claim(unknown).name;
    }
    members.claim(Wish::plain("unrecognized")).name
}
