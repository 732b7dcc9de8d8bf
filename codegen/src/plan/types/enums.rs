use super::super::docs::{Doc, TypePhrase};
use super::super::model::NamedType;
use super::docs;
use crate::diagnostic::Pointer;
use crate::ir::{self, EnumValues};

/// An enum that is open: it keeps values that the document does not list.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// The variants.
    pub variants: EnumKind<'a>,
    /// The variant for other values.
    pub rest: &'a str,
    /// The same, unless it is `Unknown`.
    pub unusual_rest: Option<&'a str>,
}

/// The variants of an enum.
#[derive(Clone, Debug, PartialEq)]
pub enum EnumKind<'a> {
    /// Strings.
    Strings(Vec<EnumVariant<'a, &'a str>>),
    /// Integers.
    Integers(Vec<EnumVariant<'a, i64>>),
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumVariant<'a, T> {
    /// The place of the value in the document.
    pub origin: &'a Pointer,
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// The value on the wire.
    pub value: T,
}

pub(super) fn plan<'a>(ty: NamedType<'a>, shape: &'a ir::Enum) -> Enum<'a> {
    Enum {
        docs: docs::of(ty),
        ident: ty.ident(),
        variants: match &shape.values {
            EnumValues::Strings(values) => EnumKind::Strings(variants(ty, values, String::as_str)),
            EnumValues::Integers(_, values) => {
                EnumKind::Integers(variants(ty, values, |value| *value))
            }
        },
        rest: &ty.names.rest,
        unusual_rest: ty.unusual_rest(),
    }
}

fn variants<'a, T: ToString, V>(
    ty: NamedType<'a>,
    values: &'a [ir::EnumVariant<T>],
    value: impl Fn(&'a T) -> V,
) -> Vec<EnumVariant<'a, V>> {
    let variants = values.iter().enumerate();
    let variants = variants.map(|(index, variant)| EnumVariant {
        origin: &variant.origin.0,
        docs: Doc::phrase(TypePhrase::EnumValue(variant.value.to_string()))
            .markdown(variant.description.as_deref()),
        ident: ty.member(index),
        value: value(&variant.value),
    });
    variants.collect()
}
