//! Names of fields, variants and catch-alls.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::report::report;
use super::reserved::{MEMBERS, identifier, setter};
use super::scope::{Claim, Preference, Scope};
use super::words::Words;
use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::ir::{
    AdditionalProperties, EnumValues, EnumVariant, NameHint, Origin, Owner, Primitive, Role, Shape,
    Struct, TypeDef, TypeRef, TypeTable, Union, Variant, VariantForm, Variants,
};

/// The names of the members by position, and of the catch-all.
pub(super) fn names(
    ty: &TypeDef,
    types: &TypeTable,
    claims: &[Claim],
    sink: &mut Sink,
) -> (Vec<String>, String) {
    match &ty.shape {
        Shape::Struct(object) => fields(object, sink),
        Shape::Enum(values) => match &values.values {
            EnumValues::Strings(values) => listed(values, sink),
            EnumValues::Integers(_, values) => listed(values, sink),
        },
        Shape::Union(union) => variants(union, types, claims, sink),
        Shape::Scalar(_) | Shape::Alias(_) => (Vec::new(), String::new()),
    }
}

fn fields(object: &Struct, sink: &mut Sink) -> (Vec<String>, String) {
    let mut scope = Scope::new(|words| setter(words.snake(), MEMBERS));
    let preferences = object
        .properties
        .iter()
        .map(|it| Preference::of(it.given.as_ref(), &it.name).at(&it.origin.0));
    let claims = scope.claim_all(preferences.collect());
    report(sink, Code::NameCollision, &claims);
    let rest = match object.additional {
        AdditionalProperties::Kept(_) => {
            scope.claim(Preference::plain("additional properties")).name
        }
        AdditionalProperties::Ignored => String::new(),
    };
    (spelled(claims), rest)
}

fn listed<T: Display>(values: &[EnumVariant<T>], sink: &mut Sink) -> (Vec<String>, String) {
    let texts: Vec<String> = values.iter().map(|value| value.value.to_string()).collect();
    let mut seen: BTreeMap<&str, &Origin> = BTreeMap::new();
    for (text, value) in texts.iter().zip(values) {
        if let Some(first) = seen.get(text.as_str()) {
            let message = format!("the enum lists `{text}` twice");
            sink.report(
                Diagnostic::error(Code::EnumCollision, &value.origin.0, message)
                    .help("remove one of the two")
                    .label(&first.0, "first listed here"),
            );
        } else {
            seen.insert(text, &value.origin);
        }
    }
    let mut scope = variant_scope();
    let preferences = values.iter().zip(&texts);
    let preferences = preferences.map(|(value, text)| Preference {
        word: case(text, &texts).map(str::to_owned),
        ..Preference::of(value.given.as_ref(), text).at(&value.origin.0)
    });
    let claims = scope.claim_all(preferences.collect());
    report(sink, Code::EnumCollision, &claims);
    (spelled(claims), catch_all(&mut scope))
}

/// The case of a value, if another one differs from it in case only.
fn case(text: &str, all: &[String]) -> Option<&'static str> {
    let is_variant = |other: &&String| *other != text && other.eq_ignore_ascii_case(text);
    all.iter().find(is_variant)?;
    let has_lower = text.contains(char::is_lowercase);
    let has_upper = text.contains(char::is_uppercase);
    match (has_lower, has_upper) {
        (true, false) => Some("lowercase"),
        (false, true) => Some("uppercase"),
        (true, true) => Some("mixed case"),
        (false, false) => None,
    }
}

fn variants(
    union: &Union,
    types: &TypeTable,
    named: &[Claim],
    sink: &mut Sink,
) -> (Vec<String>, String) {
    let mut scope = variant_scope();
    let claims = match &union.variants {
        Variants::Tagged(_, variants) => {
            let tags = variants.iter().map(|variant| match &variant.nested[..] {
                [] => Preference::plain(&variant.tag).at(&variant.variant.origin),
                // A union keeps its own name, because it has several tags, and may get more.
                _ => Preference {
                    text: variant.tag.clone(),
                    origin: Some(variant.variant.origin.clone()),
                    words: variant_words(&variant.variant, types, named),
                    word: None,
                },
            });
            let claims = scope.claim_all(tags.collect());
            report(sink, Code::NameCollision, &claims);
            claims
        }
        // The document cannot rename this item.
        Variants::Untagged(variants) => {
            let preferences = variants.iter().map(|variant| Preference {
                origin: Some(variant.origin.clone()),
                // Numerals are assigned independently of document order.
                text: types.variant_text(variant),
                words: variant_words(variant, types, named),
                word: None,
            });
            scope.claim_all(preferences.collect())
        }
    };
    (spelled(claims), catch_all(&mut scope))
}

/// The owner of an inline schema is named by its label in the union, without the name of the union.
fn variant_words(variant: &Variant, types: &TypeTable, claims: &[Claim]) -> Words {
    if variant.form != VariantForm::Plain || is_inline(&variant.ty, types) {
        Words::of(&variant.label)
    } else {
        type_words(&variant.ty, claims)
    }
}

/// Whether a type is only named by its place among the variants of a union.
fn is_inline(ty: &TypeRef, types: &TypeTable) -> bool {
    let id = match ty {
        TypeRef::Named(id) => *id,
        wrapper => return wrapper.parts().iter().any(|part| is_inline(part, types)),
    };
    let mut hint = &types.get(id).hint;
    if let NameHint::Nested {
        owner: Owner::Type(response),
        role: Role::Request,
    } = hint
    {
        hint = &types.get(*response).hint;
    }
    matches!(
        hint,
        NameHint::Nested {
            role: Role::Variant(_),
            ..
        }
    )
}

pub(super) fn spelled(claims: Vec<Claim>) -> Vec<String> {
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
        TypeRef::Tuple(_) => Words::of("tuple"),
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

pub(super) fn variant_scope() -> Scope {
    Scope::new(|words| identifier(words.camel(), &[]))
}

/// `Unknown`, unless a member has that name.
pub(super) fn catch_all(members: &mut Scope) -> String {
    let unknown = Preference::plain("unknown");
    if members.is_free(&unknown.words) {
        return members.claim(unknown).name;
    }
    members.claim(Preference::plain("unrecognized")).name
}
