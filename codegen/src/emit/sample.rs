//! A Rust expression for a value of a type, for examples.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::literal::number;
use super::type_ref::{Presence, presence, resolved};
use super::{Model, model::NamedType};
use crate::analyze::Holding;
use crate::ir::{
    Check, EnumValues, Integer, IntegerBounds, Number, Primitive, Scalar, Shape, StringFormat,
    Struct, TextRules, TypeDef, TypeRef, Union, VariantForm,
};
use crate::pattern::Automaton;

/// Required values nest this deep at most; what nests deeper has no example.
const DEPTH: usize = 6;

/// An expression that builds a value; types are named below `types`.
pub(super) fn owned(model: &Model<'_>, ty: &TypeRef) -> Option<TokenStream> {
    value(model, ty, 0)
}

fn value(model: &Model<'_>, ty: &TypeRef, depth: usize) -> Option<TokenStream> {
    if depth > DEPTH {
        return None;
    }
    Some(match ty {
        TypeRef::Primitive(primitive) => primitive_value(*primitive),
        TypeRef::Named(id) => {
            let ty = model.get(*id);
            return named(model, ty, &ty.ident(), depth);
        }
        TypeRef::List(item) => {
            let item = exact(model, item, depth + 1).into_iter();
            quote!(vec![#(#item),*])
        }
        TypeRef::Tuple(positions) => {
            let items = positions.iter().map(|it| exact(model, it, depth + 1));
            let items = items.collect::<Option<Vec<_>>>()?;
            quote!((#(#items),*))
        }
        TypeRef::Map(_) => quote!(std::collections::BTreeMap::new()),
        TypeRef::Nullable(_) => quote!(None),
        TypeRef::Any => quote!(serde_json::json!({})),
    })
}

/// An expression of exactly the type, for a place that does not convert it.
pub(super) fn exactly(model: &Model<'_>, ty: &TypeRef) -> Option<TokenStream> {
    exact(model, ty, 0)
}

/// A value of exactly the type, for where nothing converts it.
fn exact(model: &Model<'_>, ty: &TypeRef, depth: usize) -> Option<TokenStream> {
    let value = value(model, ty, depth)?;
    Some(match ty {
        TypeRef::Primitive(Primitive::File) => quote!(#value.into()),
        _ if is_converted(model, ty) => quote!(#value.into()),
        _ if is_string(model, ty) => quote!(#value.to_owned()),
        _ => value,
    })
}

/// Whether a use of a type is a decimal or a secret once aliases are followed.
fn is_converted(model: &Model<'_>, ty: &TypeRef) -> bool {
    match resolved(model, ty) {
        Some(target) => is_converted(model, target),
        None => matches!(
            ty,
            TypeRef::Primitive(
                Primitive::Number(Number::Decimal) | Primitive::String(StringFormat::Password)
            )
        ),
    }
}

/// Whether a use of a type is a `String` once aliases are followed.
fn is_string(model: &Model<'_>, ty: &TypeRef) -> bool {
    match resolved(model, ty) {
        Some(target) => is_string(model, target),
        None => matches!(ty, TypeRef::Primitive(Primitive::String(_))),
    }
}

fn primitive_value(primitive: Primitive) -> TokenStream {
    match primitive {
        Primitive::Bool => quote!(true),
        Primitive::Integer(_) | Primitive::Number(Number::Decimal) => quote!(1),
        // A whole number would be one where JSON is told apart.
        Primitive::Number(Number::F32 | Number::F64) => quote!(1.5),
        Primitive::String(_) | Primitive::File => quote!("..."),
    }
}

/// A value of `ty` under the name `ident`, which may be that of an alias.
fn named(model: &Model<'_>, ty: NamedType<'_>, ident: &Ident, depth: usize) -> Option<TokenStream> {
    Some(match &ty.def.shape {
        Shape::Struct(shape) => return construct(model, ty, shape, depth),
        Shape::Enum(shape) => {
            let empty = match &shape.values {
                EnumValues::Strings(values) => values.is_empty(),
                EnumValues::Integers(_, values) => values.is_empty(),
            };
            if empty {
                return None;
            }
            let variant = ty.member(0);
            quote!(types::#ident::#variant)
        }
        Shape::Union(shape) => return variant(model, ty, shape, depth),
        Shape::Scalar(Scalar::Text(rules, _)) => text(ty.def, rules).map_or_else(
            || quote!(types::#ident::new_unchecked("...")),
            |text| quote!(types::#ident::from_static(#text)),
        ),
        Shape::Scalar(Scalar::Integer(bounds, width)) => {
            let number = integer(*bounds, *width);
            quote!(types::#ident::from_static(#number))
        }
        Shape::Alias(target) => match example(ty.def) {
            Some(example) if is_string(model, target) => quote!(#example),
            _ => return behind(model, target, ident, depth + 1),
        },
    })
}

/// A value of what the alias `ident` stands for. Readers know the place of a scalar by the name that it has there.
fn behind(model: &Model<'_>, target: &TypeRef, ident: &Ident, depth: usize) -> Option<TokenStream> {
    if let TypeRef::Named(id) = target {
        let ty = model.get(*id);
        if matches!(ty.def.shape, Shape::Scalar(_) | Shape::Enum(_)) {
            return named(model, ty, ident, depth);
        }
    }
    value(model, target, depth)
}

/// `types::Foo::new(..)` with what is required.
fn construct(
    model: &Model<'_>,
    ty: NamedType<'_>,
    shape: &Struct,
    depth: usize,
) -> Option<TokenStream> {
    let ident = ty.ident();
    if ty.facts.defaultable {
        return Some(quote!(types::#ident::default()));
    }
    let required = shape.properties.iter().filter(|property| {
        matches!(
            presence(property, ty.facts.in_request),
            Presence::Required | Presence::Nullable
        )
    });
    let arguments: Option<Vec<_>> = required
        .map(|property| value(model, &property.ty, depth + 1))
        .collect();
    let arguments = arguments?;
    Some(quote!(types::#ident::new(#(#arguments),*)))
}

/// The first variant that has a value, and of which a reader sees that it is this one if there is such a variant.
fn variant(
    model: &Model<'_>,
    ty: NamedType<'_>,
    shape: &Union,
    depth: usize,
) -> Option<TokenStream> {
    let ident = ty.ident();
    let mut variants: Vec<_> = shape.variants.iter().enumerate().collect();
    variants.sort_by_key(|(index, _)| !is_told_apart(ty, *index));
    variants.into_iter().find_map(|(index, variant)| {
        let member = ty.member(index);
        if let VariantForm::Constant(_) = variant.form {
            return Some(quote!(types::#ident::#member));
        }
        let payload = exact(model, &variant.ty, depth + 1)?;
        let payload = match ty.holding(index) {
            Holding::Inline => payload,
            Holding::Boxed => quote!(Box::new(#payload)),
            // Programs do not have the name of this box in scope.
            Holding::Opaque => quote!(#payload.into()),
        };
        Some(quote!(types::#ident::#member(#payload)))
    })
}

fn is_told_apart(ty: NamedType<'_>, variant: usize) -> bool {
    let facts = ty.facts.variants.get(variant);
    facts.is_none_or(|facts| facts.is_told_apart)
}

/// Whether a reader gives back what [`owned`] has built.
pub(super) fn is_read_back(model: &Model<'_>, ty: &TypeRef) -> bool {
    reads_back(model, ty, 0)
}

fn reads_back(model: &Model<'_>, ty: &TypeRef, depth: usize) -> bool {
    let all = |ty: &TypeRef| reads_back(model, ty, depth + 1);
    match ty {
        _ if depth > DEPTH => true,
        TypeRef::List(item) => all(item),
        TypeRef::Tuple(positions) => positions.iter().all(all),
        TypeRef::Named(id) => {
            let ty = model.get(*id);
            match &ty.def.shape {
                Shape::Struct(shape) => shape
                    .properties
                    .iter()
                    .filter(|it| it.required)
                    .all(|it| all(&it.ty)),
                Shape::Union(shape) => {
                    let variants = shape.variants.iter().enumerate();
                    let mut told = variants.filter(|(index, _)| is_told_apart(ty, *index));
                    told.next().is_some_and(|(_, first)| all(&first.ty))
                }
                Shape::Alias(target) => all(target),
                Shape::Enum(_) | Shape::Scalar(_) => true,
            }
        }
        TypeRef::Primitive(_) | TypeRef::Map(_) | TypeRef::Nullable(_) | TypeRef::Any => true,
    }
}

fn integer(bounds: IntegerBounds, width: Integer) -> TokenStream {
    let range = width.range();
    let step = bounds.multiple_of.unwrap_or(1).saturating_abs().max(1);
    let start = bounds.minimum.unwrap_or(1).max(*range.start());
    let end = bounds.maximum.unwrap_or(*range.end()).min(*range.end());
    let start = start.min(end);
    // The least multiple that is not below the start.
    let rest = start.rem_euclid(step);
    let next = start.saturating_add(step - rest);
    number(if rest == 0 || next > end { start } else { next })
}

/// The document's example, unless it is empty or too long to be read.
fn example(def: &TypeDef) -> Option<&str> {
    let example = def.example.as_deref()?;
    let fits = (1..=LONGEST).contains(&example.chars().count());
    fits.then_some(example)
}

/// A string that keeps the rules: the document's example, or one that is made for them.
fn text(def: &TypeDef, rules: &TextRules) -> Option<String> {
    let given = example(def).filter(|text| rules.accepts(text));
    given.map(str::to_owned).or_else(|| short_text(rules))
}

/// A short string that keeps the rules, never an empty one.
fn short_text(rules: &TextRules) -> Option<String> {
    let least = usize::try_from(rules.min_length.unwrap_or(0)).ok()?.max(1);
    let text = match rules.pattern.as_ref().map(|pattern| &pattern.check) {
        Some(Check::Automaton(automaton)) => shortest(automaton)?,
        _ => "x".to_owned(),
    };
    // One character may do as often as there have to be some.
    let longer = text.repeat(least.min(LONGEST));
    [text, longer].into_iter().find(|text| rules.accepts(text))
}

/// An example that is longer teaches nobody.
const LONGEST: usize = 200;

/// The shortest text but the empty one that the automaton accepts; of several, the one that reads best.
fn shortest(automaton: &Automaton) -> Option<String> {
    let mut found: Vec<Option<Vec<u8>>> = vec![None; automaton.accepting.len()];
    let mut front = vec![(automaton.start, Vec::new())];
    while !front.is_empty() {
        let mut next = Vec::new();
        for (state, text) in front {
            for byte in readable() {
                let class = usize::from(automaton.classes[usize::from(byte)]);
                let to = automaton.transitions[usize::from(state) * automaton.class_count + class];
                if found[usize::from(to)].is_some() {
                    continue;
                }
                let text = [text.as_slice(), &[byte]].concat();
                if automaton.accepting[usize::from(to)] {
                    return String::from_utf8(text).ok();
                }
                found[usize::from(to)] = Some(text.clone());
                next.push((to, text));
            }
        }
        front = next;
    }
    None
}

/// Printable ASCII: digits and letters before punctuation.
fn readable() -> impl Iterator<Item = u8> {
    (b'0'..=b'9')
        .chain(b'a'..=b'z')
        .chain(b'A'..=b'Z')
        .chain((b'!'..=b'~').filter(|byte| !byte.is_ascii_alphanumeric()))
}
