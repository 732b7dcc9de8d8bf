//! Ranks the media types that a request or a response offers. Both use this one order.

use std::cmp::Reverse;

use crate::ir::{Encoding, MediaRange, MediaType, TypeRef, TypeTable};

/// How suitable a media type is; the least is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// `application/json`, with any parameters.
    Json,
    /// `text/json`, an unregistered synonym.
    TextJson,
    /// JSON of a vendor whose media type names a date or a version.
    VersionedJson,
    /// `application/merge-patch+json` (RFC 7396) of an object, `application/json-patch+json` (RFC 6902) of a list.
    Patch,
    /// Any other `+json`.
    OtherJson,
    /// A patch format whose schema does not describe such a patch.
    MismatchedPatch,
    /// `application/*+json`
    JsonRange,
    /// A form or XML, which are written from a typed value.
    Form,
    /// Anything else.
    Other,
    /// A range such as `image/*`.
    OtherRange,
}

/// The position of the media type to use. Of one rank, it is the newest version, then the first.
pub(super) fn preferred(types: &TypeTable, content: &[&MediaType]) -> Option<usize> {
    let key = |at: &usize| {
        let media = content[*at];
        (rank(types, media), Reverse(&media.version))
    };
    (0..content.len()).min_by_key(key)
}

pub(super) fn rank(types: &TypeTable, media: &MediaType) -> Rank {
    let range = &media.range;
    let is_range = range.is_wildcard();
    if media.encoding != Encoding::Json {
        return match media.encoding {
            _ if is_range => Rank::OtherRange,
            Encoding::Xml | Encoding::Form | Encoding::Multipart => Rank::Form,
            Encoding::Json | Encoding::Text | Encoding::Binary => Rank::Other,
        };
    }
    match range.essence() {
        _ if is_range => Rank::JsonRange,
        MediaRange::JSON => Rank::Json,
        "text/json" => Rank::TextJson,
        "application/merge-patch+json" if !is_list(types, &media.ty) => Rank::Patch,
        "application/json-patch+json" if is_list(types, &media.ty) => Rank::Patch,
        "application/merge-patch+json" | "application/json-patch+json" => Rank::MismatchedPatch,
        _ if is_versioned(media) => Rank::VersionedJson,
        _ => Rank::OtherJson,
    }
}

fn is_list(types: &TypeTable, ty: &TypeRef) -> bool {
    matches!(
        types.resolve_value(ty),
        TypeRef::List(_) | TypeRef::Tuple(_)
    )
}

/// `application/vnd.atlas.2023-01-01+json`, `application/vnd.github.v3+json`, `application/vnd.x+json;version=2`
fn is_versioned(media: &MediaType) -> bool {
    let is_number = |word: &str| {
        let digits = word.strip_prefix('v').unwrap_or_default();
        digits.starts_with(|first: char| first.is_ascii_digit())
    };
    let range = &media.range;
    let vendor = range.vendor().into_iter();
    let mut words = vendor.flat_map(|name| name.split(['.', '-', '+']));
    let has_parameter = || ["version", "v"].iter().any(|it| range.has_parameter(it));
    media.version.is_some() || words.any(is_number) || has_parameter()
}

#[cfg(test)]
mod tests {
    use super::{Rank, preferred, rank};
    use crate::ir::{ApiVersion, Encoding, TypeRef, TypeTable};
    use crate::sample::{TEXT, list, media};

    fn object() -> TypeRef {
        TypeRef::Map(Box::new(TypeRef::Any))
    }

    /// The table of media types with their ranks. The third column is whether the schema is a list.
    const RANKS: [(&str, Encoding, bool, Rank); 27] = [
        ("application/json", Encoding::Json, false, Rank::Json),
        ("Application/JSON", Encoding::Json, false, Rank::Json),
        (
            "application/json; charset=utf-8",
            Encoding::Json,
            false,
            Rank::Json,
        ),
        (
            "application/json;version=2",
            Encoding::Json,
            false,
            Rank::Json,
        ),
        ("text/json", Encoding::Json, false, Rank::TextJson),
        (
            "application/vnd.github.v3+json",
            Encoding::Json,
            false,
            Rank::VersionedJson,
        ),
        (
            "application/vnd.github.v3.star+json",
            Encoding::Json,
            false,
            Rank::VersionedJson,
        ),
        (
            "application/vnd.example-v1.0+json",
            Encoding::Json,
            false,
            Rank::VersionedJson,
        ),
        (
            "application/vnd.x+json; version=1",
            Encoding::Json,
            false,
            Rank::VersionedJson,
        ),
        (
            "application/merge-patch+json",
            Encoding::Json,
            false,
            Rank::Patch,
        ),
        (
            "application/Merge-Patch+JSON",
            Encoding::Json,
            false,
            Rank::Patch,
        ),
        (
            "application/json-patch+json",
            Encoding::Json,
            true,
            Rank::Patch,
        ),
        (
            "application/vnd.api+json",
            Encoding::Json,
            false,
            Rank::OtherJson,
        ),
        (
            "application/vnd.volume+json",
            Encoding::Json,
            false,
            Rank::OtherJson,
        ),
        (
            "application/problem+json",
            Encoding::Json,
            false,
            Rank::OtherJson,
        ),
        (
            "application/strategic-merge-patch+json",
            Encoding::Json,
            false,
            Rank::OtherJson,
        ),
        (
            "application/json-patch+json",
            Encoding::Json,
            false,
            Rank::MismatchedPatch,
        ),
        (
            "application/json-patch+json; charset=utf-8",
            Encoding::Json,
            false,
            Rank::MismatchedPatch,
        ),
        (
            "application/merge-patch+json",
            Encoding::Json,
            true,
            Rank::MismatchedPatch,
        ),
        ("application/*+json", Encoding::Json, false, Rank::JsonRange),
        (
            "application/x-www-form-urlencoded",
            Encoding::Form,
            false,
            Rank::Form,
        ),
        (
            "multipart/form-data",
            Encoding::Multipart,
            false,
            Rank::Form,
        ),
        ("text/plain", Encoding::Text, false, Rank::Other),
        ("text/event-stream", Encoding::Text, false, Rank::Other),
        ("application/xml", Encoding::Binary, false, Rank::Other),
        ("image/*", Encoding::Binary, false, Rank::OtherRange),
        ("*/*", Encoding::Binary, false, Rank::OtherRange),
    ];

    #[test]
    fn every_media_type_has_a_rank() {
        let types = TypeTable::default();
        for (range, encoding, is_list, expected) in RANKS {
            let ty = if is_list { list(object()) } else { object() };
            let media = media(range, encoding, None, ty);
            assert_eq!(rank(&types, &media), expected, "{range}");
        }
    }

    #[test]
    fn the_order_of_the_document_decides_nothing_between_ranks() {
        let ranges = [
            "application/json-patch+json",
            "application/*+json",
            "application/strategic-merge-patch+json",
            "application/merge-patch+json",
            "text/json",
            "application/json",
        ];
        let types = TypeTable::default();
        let all = ranges.map(|range| media(range, Encoding::Json, None, object()));
        for first in 0..all.len() {
            let mut content: Vec<_> = all.iter().collect();
            content.rotate_left(first);
            let chosen = preferred(&types, &content).map(|at| content[at].range.as_str());
            assert_eq!(chosen, Some("application/json"));
        }
        let patches: Vec<_> = all[..4].iter().collect();
        assert_eq!(preferred(&types, &patches), Some(3));
    }

    #[test]
    fn the_newest_of_one_rank_is_preferred_then_the_first() {
        let date = |date: &str| Some(ApiVersion::Date(date.to_owned()));
        let versions = [
            None,
            Some(ApiVersion::Preview),
            date("2023-01-01"),
            date("2024-11-13"),
            None,
        ];
        let name = "application/vnd.x.v1+json";
        let content = versions.map(|version| media(name, Encoding::Json, version, TEXT));
        let types = TypeTable::default();
        assert_eq!(preferred(&types, &content.each_ref()), Some(3));
        assert_eq!(preferred(&types, &[&content[0], &content[4]]), Some(0));
        assert_eq!(preferred(&types, &[]), None);
    }
}
