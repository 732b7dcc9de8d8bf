//! Combines the variants of a union whose values have the same type in Rust.

use crate::ir::{
    Integer, Number, Primitive, Shape, StringFormat, TypeRef, Union, UnionKind, Variant, Variants,
};

/// Adds a variant, or widens the one whose values have the same type in Rust.
pub(super) fn add(variants: &mut Vec<Variant>, variant: Variant) {
    for known in variants.iter_mut() {
        if let Some(common) = common(&known.ty, &variant.ty) {
            known.ty = common;
            return;
        }
    }
    variants.push(variant);
}

/// The type of the values of both, if it accepts no others.
fn common(one: &TypeRef, other: &TypeRef) -> Option<TypeRef> {
    use Primitive as P;
    match (one, other) {
        _ if one == other => Some(one.clone()),
        (TypeRef::Primitive(one), TypeRef::Primitive(other)) => {
            Some(TypeRef::Primitive(match (one, other) {
                (P::String(one), P::String(other)) => P::String(text(*one, *other)),
                (P::Integer(one), P::Integer(other)) => P::Integer(whole(*one, *other)?),
                (P::Number(_), P::Number(_)) => P::Number(Number::F64),
                _ => return None,
            }))
        }
        (TypeRef::List(one), TypeRef::List(other)) => {
            Some(TypeRef::List(Box::new(common(one, other)?)))
        }
        _ => None,
    }
}

fn text(one: StringFormat, other: StringFormat) -> StringFormat {
    match (one, other) {
        (StringFormat::Password, _) | (_, StringFormat::Password) => StringFormat::Password,
        _ => StringFormat::Plain,
    }
}

fn whole(one: Integer, other: Integer) -> Option<Integer> {
    match (one, other) {
        (Integer::U64, Integer::U64 | Integer::U32) | (Integer::U32, Integer::U64) => {
            Some(Integer::U64)
        }
        (Integer::U64, _) | (_, Integer::U64) => None,
        _ => Some(Integer::I64),
    }
}

/// One of the variants, or the only one.
pub(super) fn one_of(kind: UnionKind, mut variants: Vec<Variant>) -> Shape {
    match (variants.pop(), variants.is_empty()) {
        (None, _) => Shape::Alias(TypeRef::Any),
        (Some(only), true) => Shape::Alias(only.ty),
        (Some(last), false) => {
            variants.push(last);
            Shape::Union(Union {
                kind,
                variants: Variants::Untagged(variants),
            })
        }
    }
}
