//! Unions: enums with a variant for each type, and one that keeps any other value.

use super::super::docs::{Doc, TypePhrase};
use super::super::model::{Model, NamedType};
use super::super::ty::Type;
use super::docs;
use super::payloads::{self, Payloads};
use super::shared::SharedField;
use crate::analyze::{Secrecy, Test};
use crate::diagnostic::Pointer;
use crate::ir::{self, Discriminator, TypeRef, Variant, VariantForm, Variants};

/// A union.
#[derive(Clone, Debug, PartialEq)]
pub struct Union<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// The variants.
    pub variants: UnionKind<'a>,
    /// The documentation of the variant for other values.
    pub rest_docs: Doc<'a>,
    /// The variant for other values.
    pub rest: &'a str,
    /// The same, unless it is `Unknown`.
    pub unusual_rest: Option<&'a str>,
    /// The payloads that convert into the union.
    pub conversions: Vec<Conversion<'a>>,
    /// The documentation of the fields that all variants have.
    pub shared_docs: Doc<'a>,
    /// These fields.
    pub shared: Vec<SharedField<'a>>,
    /// The payloads, if the methods of these fields match on them.
    pub payloads: Option<Payloads<'a>>,
}

/// The variants of a union, and what selects one.
#[derive(Clone, Debug, PartialEq)]
pub enum UnionKind<'a> {
    /// A property.
    Tagged(Tagged<'a>),
    /// The JSON.
    Untagged(Untagged<'a>),
}

impl<'a> UnionKind<'a> {
    /// The payload of a variant.
    fn payload(&self, ident: &str) -> Option<&Type<'a>> {
        match self {
            Self::Tagged(tagged) => {
                let mut variants = tagged.variants.iter();
                let variant = variants.find(|it| it.ident == ident);
                variant.map(|it| &it.payload)
            }
            Self::Untagged(untagged) => {
                let mut variants = untagged.variants.iter();
                let variant = variants.find(|it| it.ident == ident);
                variant.and_then(|it| it.payload.as_ref())
            }
        }
    }
}

/// The variants of a union that a property selects.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged<'a> {
    /// The property.
    pub property: &'a str,
    /// The variants.
    pub variants: Vec<TaggedVariant<'a>>,
}

/// A variant that a property selects.
#[derive(Clone, Debug, PartialEq)]
pub struct TaggedVariant<'a> {
    /// Its place in the document.
    pub origin: &'a Pointer,
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// Its payload.
    pub payload: Type<'a>,
    /// The value of the property.
    pub tag: &'a str,
    /// If the payload is a union that writes the property: the values that it writes.
    pub nested: &'a [String],
}

/// The variants of a union that the JSON selects.
#[derive(Clone, Debug, PartialEq)]
pub struct Untagged<'a> {
    /// Whether its values are printed.
    pub secrecy: Secrecy,
    /// The variants.
    pub variants: Vec<UntaggedVariant<'a>>,
}

/// A variant that the JSON selects.
#[derive(Clone, Debug, PartialEq)]
pub struct UntaggedVariant<'a> {
    /// Its place in the document.
    pub origin: &'a Pointer,
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// Its payload, unless it has only one value.
    pub payload: Option<Type<'a>>,
    /// The form of its values.
    pub form: &'a VariantForm,
    /// The tests of which its values pass one.
    pub tests: &'a [Test],
}

/// A payload that converts into the union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conversion<'a> {
    /// A value: variant and type.
    Value(&'a str, Type<'a>),
    /// Strings of all types, for this variant.
    Text(&'a str),
}

pub(super) fn plan<'a>(
    model: &Model<'a>,
    ty: NamedType<'a>,
    shape: &'a ir::Union,
    shared: Vec<SharedField<'a>>,
) -> Union<'a> {
    let (phrase, rest, variants) = match &shape.variants {
        Variants::Tagged(discriminator, variants) => (
            TypePhrase::Discriminator(&discriminator.property),
            TypePhrase::UnknownTag(&discriminator.property),
            UnionKind::Tagged(tagged(model, ty, discriminator, variants)),
        ),
        Variants::Untagged(variants) => (
            TypePhrase::Untagged,
            rest_phrase(ty),
            UnionKind::Untagged(untagged(model, ty, variants)),
        ),
    };
    Union {
        payloads: payloads::plan(&shared, |variant| variants.payload(variant).cloned()),
        docs: docs::of(ty).with(phrase),
        ident: ty.ident(),
        variants,
        rest_docs: Doc::phrase(rest),
        rest: &ty.names.rest,
        unusual_rest: ty.unusual_rest(),
        conversions: conversions(model, ty, &shape.variants),
        shared_docs: Doc::phrase(TypePhrase::SharedFields(&ty.names.rest)),
        shared,
    }
}

fn tagged<'a>(
    model: &Model<'a>,
    ty: NamedType<'a>,
    discriminator: &'a Discriminator,
    variants: &'a [ir::TaggedVariant],
) -> Tagged<'a> {
    let variants = variants.iter().enumerate();
    let variants = variants.map(|(index, tagged)| TaggedVariant {
        origin: &tagged.variant.origin,
        docs: Doc::phrase(TypePhrase::Tags(tagged.tags()))
            .markdown(tagged.variant.docs.description.as_deref()),
        ident: ty.member(index),
        payload: payload(model, ty, index, &tagged.variant.ty),
        tag: &tagged.tag,
        nested: &tagged.nested,
    });
    Tagged {
        property: &discriminator.property,
        variants: variants.collect(),
    }
}

fn untagged<'a>(model: &Model<'a>, ty: NamedType<'a>, variants: &'a [Variant]) -> Untagged<'a> {
    let variants = variants.iter().zip(&ty.facts.variants).enumerate();
    let variants = variants.map(|(index, (variant, facts))| UntaggedVariant {
        origin: &variant.origin,
        docs: Doc::phrase(TypePhrase::Looks(&facts.tests))
            .markdown(variant.docs.description.as_deref()),
        ident: ty.member(index),
        payload: match variant.form {
            VariantForm::Constant(_) => None,
            VariantForm::Plain | VariantForm::Keyed(_) => {
                Some(payload(model, ty, index, &variant.ty))
            }
        },
        form: &variant.form,
        tests: &facts.tests,
    });
    Untagged {
        secrecy: ty.facts.secrecy,
        variants: variants.collect(),
    }
}

fn rest_phrase<'a>(ty: NamedType<'_>) -> TypePhrase<'a> {
    if ty.facts.variants.iter().all(|facts| facts.is_distinct) {
        TypePhrase::NoVariant
    } else {
        TypePhrase::NoSingleVariant
    }
}

fn payload<'a>(model: &Model<'a>, ty: NamedType<'a>, index: usize, payload: &TypeRef) -> Type<'a> {
    ty.held(index, model.nullable(payload))
}

/// The payloads that only one variant has, whatever the alias; others would not select a variant. Variants that are more
/// than a value of their type have none.
fn conversions<'a>(
    model: &Model<'a>,
    ty: NamedType<'a>,
    variants: &'a Variants,
) -> Vec<Conversion<'a>> {
    let plain = variants.iter().enumerate();
    let plain = plain.filter(|(_, variant)| variant.form == VariantForm::Plain);
    let types = plain.map(|(index, it)| (index, &it.ty, model.without_aliases(&it.ty)));
    let types: Vec<_> = types.collect();
    let is_single = |target: &Type<'_>| {
        let same = types.iter().filter(|(_, _, other)| other == target);
        same.count() == 1
    };
    let single = types.iter().filter(|(_, _, target)| is_single(target));
    let conversions = single.flat_map(|(index, payload, target)| {
        let variant = ty.member(*index);
        let value = Conversion::Value(variant, model.nullable(payload));
        let text = Conversion::Text(variant);
        match target {
            Type::String => vec![text],
            Type::Formatted(_) | Type::Secret => vec![value, text],
            _ => vec![value],
        }
    });
    conversions.collect()
}
