//! The media types in which the value of a request body can be sent.

use super::media_types::{Rank, rank};
use crate::ir::{
    Encoding, MediaType, MediaTypeId, Primitive, RequestBody, StringFormat, TypeRef, TypeTable,
};

/// A media type in which a call serializes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The media type, in the content of the body.
    pub media: MediaTypeId,
    /// The values that convert to the body in this media type.
    pub conversion: Conversion,
}

/// The values that convert to a body in one of several media types, without an explicit variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// None: an earlier alternative has the type.
    None,
    /// A value of the type, which no earlier alternative has.
    Value,
    /// A value of the type, or a string literal.
    Text,
}

/// The media types that a caller can choose, the default first; empty without a choice. Plain JSON under another
/// name is excluded, unless its schema differs.
pub(super) fn find(types: &TypeTable, body: &RequestBody, default: usize) -> Vec<Alternative> {
    if !is_typed(&body.content[default]) {
        return Vec::new();
    }
    let mut found: Vec<usize> = vec![default];
    for (at, media) in body.content.iter().enumerate() {
        let mut earlier = found.iter().map(|at| &body.content[*at]);
        let is_known = earlier.any(|other| says_the_same(types, media, other));
        if is_typed(media) && !media.range.is_wildcard() && !is_known {
            found.push(at);
        }
    }
    if found.len() < 2 {
        return Vec::new();
    }
    let ty = |at: usize| &body.content[at].ty;
    let alternatives = found.iter().enumerate().map(|(position, &media)| {
        let earlier: Vec<_> = found[..position].iter().map(|other| ty(*other)).collect();
        let conversion = conversion(types, ty(media), &earlier);
        Alternative {
            media: MediaTypeId::new(media),
            conversion,
        }
    });
    alternatives.collect()
}

/// A string literal converts to the first of several texts.
fn conversion(types: &TypeTable, ty: &TypeRef, earlier: &[&TypeRef]) -> Conversion {
    let is_text = |ty: &TypeRef| matches!(ty, TypeRef::Primitive(Primitive::String(_)));
    if earlier.iter().any(|other| is_one_type(types, other, ty)) {
        Conversion::None
    } else if is_text(ty) && !earlier.iter().any(|other| is_text(other)) {
        Conversion::Text
    } else {
        Conversion::Value
    }
}

/// Whether the runtime serializes a body from a value. Otherwise the caller provides it.
fn is_typed(media: &MediaType) -> bool {
    match media.encoding {
        Encoding::Json | Encoding::Xml | Encoding::Form | Encoding::Multipart => true,
        Encoding::Text | Encoding::Binary => false,
    }
}

/// Whether the two are equivalent.
fn says_the_same(types: &TypeTable, media: &MediaType, other: &MediaType) -> bool {
    let has_meaning = match rank(types, media) {
        Rank::Patch | Rank::VersionedJson | Rank::OtherJson | Rank::Form | Rank::Other => {
            media.range.essence() != other.range.essence()
        }
        _ => false,
    };
    !has_meaning && media.encoding == other.encoding && is_one_type(types, &media.ty, &other.ty)
}

/// Whether two types are the same in Rust.
fn is_one_type(types: &TypeTable, one: &TypeRef, other: &TypeRef) -> bool {
    let is_secret = |format: &StringFormat| *format == StringFormat::Password;
    match (types.resolve_value(one), types.resolve_value(other)) {
        (TypeRef::List(one), TypeRef::List(other)) | (TypeRef::Map(one), TypeRef::Map(other)) => {
            is_one_type(types, one, other)
        }
        (TypeRef::Tuple(one), TypeRef::Tuple(other)) => {
            let mut pairs = one.iter().zip(other);
            one.len() == other.len() && pairs.all(|(one, other)| is_one_type(types, one, other))
        }
        (
            TypeRef::Primitive(Primitive::String(one)),
            TypeRef::Primitive(Primitive::String(other)),
        ) => is_secret(one) == is_secret(other),
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Alternative, Conversion, find};
    use crate::ir::{
        Docs, Encoding, MediaType, Origin, Primitive, RequestBody, Shape, StringFormat, TypeRef,
    };
    use crate::sample::{BYTES, TEXT, Types, list, media, nullable, object};

    /// The ranges that a caller can choose, with a mark behind those that a value chooses by its type, or a literal.
    fn found(types: &Types, content: Vec<MediaType>) -> Vec<String> {
        let body = RequestBody {
            origin: Origin::default(),
            required: true,
            content,
            docs: Docs::default(),
        };
        let text = |it: Alternative| {
            let range = &body.media_type(it.media).range;
            let mark = match it.conversion {
                Conversion::None => "",
                Conversion::Value => "!",
                Conversion::Text => "!!",
            };
            format!("{range}{mark}")
        };
        find(&types.0, &body, 0).into_iter().map(text).collect()
    }

    fn json(range: &str, ty: &TypeRef) -> MediaType {
        media(range, Encoding::Json, None, ty.clone())
    }

    fn form(range: &str, encoding: Encoding, ty: &TypeRef) -> MediaType {
        media(range, encoding, None, ty.clone())
    }

    #[test]
    fn each_media_type_with_a_different_meaning_is_an_alternative() {
        let mut types = Types::default();
        let thing = TypeRef::Named(types.add("Thing", object(vec![])));
        let same = TypeRef::Named(types.add("Same", Shape::Alias(thing.clone())));
        let other = TypeRef::Named(types.add("Other", object(vec![])));
        let content = vec![
            json("application/json", &thing),
            json("application/json; charset=utf-8", &same),
            json("text/json", &thing),
            json("application/*+json", &other),
            json("application/json-patch+json", &thing),
            json("application/merge-patch+json", &same),
            json("application/vnd.x+json", &other),
            form(
                "application/x-www-form-urlencoded",
                Encoding::Form,
                &nullable(same.clone()),
            ),
            form("multipart/form-data", Encoding::Multipart, &list(TEXT)),
            media("application/xml", Encoding::Binary, None, BYTES),
            media("text/plain", Encoding::Text, None, TEXT),
        ];
        let expected = [
            "application/json!",
            "application/merge-patch+json",
            "application/vnd.x+json!",
            "application/x-www-form-urlencoded",
            "multipart/form-data!",
        ];
        assert_eq!(found(&types, content), expected);
    }

    #[test]
    fn json_of_another_type_is_an_alternative_under_any_name() {
        let mut types = Types::default();
        let thing = TypeRef::Named(types.add("Thing", object(vec![])));
        let content = vec![
            json("application/json", &thing),
            json("text/json", &list(thing.clone())),
            json("application/json-patch+json", &list(list(TEXT))),
        ];
        let expected = [
            "application/json!",
            "text/json!",
            "application/json-patch+json!",
        ];
        assert_eq!(found(&types, content), expected);
    }

    #[test]
    fn a_literal_is_the_first_text() {
        let secret = TypeRef::Primitive(Primitive::String(StringFormat::Password));
        let content = vec![
            json("application/json", &list(TEXT)),
            json("application/merge-patch+json", &secret),
            json("application/vnd.x+json", &TEXT),
        ];
        let expected = [
            "application/json!",
            "application/merge-patch+json!!",
            "application/vnd.x+json!",
        ];
        assert_eq!(found(&Types::default(), content), expected);
    }

    #[test]
    fn one_media_type_and_untyped_bodies_have_no_alternatives() {
        let ty = list(TEXT);
        let one = vec![json("application/json", &ty), json("text/json", &ty)];
        assert_eq!(found(&Types::default(), one), [""; 0]);
        let bytes = media("application/xml", Encoding::Binary, None, BYTES);
        let written = vec![bytes, form("multipart/form-data", Encoding::Multipart, &ty)];
        assert_eq!(found(&Types::default(), written), [""; 0]);
    }
}
