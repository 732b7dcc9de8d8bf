//! The media types of a body.

use std::collections::BTreeSet;

use super::form;
use super::sequence;
use super::token::is_token;
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::ir::{
    ApiVersion, Direction, Encoding, MediaRange, MediaType, NameHint, Primitive, Role,
    StringFormat, TypeRef, is_date,
};
use crate::load::{self, Bodies, Document, JsonType, Schema, media_type};
use crate::lower::context::Context;
use crate::lower::findings::Findings;
use crate::lower::schemas::{Schemas, has_structure};

/// The media types of a request body or a response.
pub(super) fn content<'d>(
    cx: &mut Context<'d, '_>,
    bodies: Option<Bodies<'d>>,
    place: &NameHint,
    direction: Direction,
) -> Vec<MediaType> {
    let content = bodies.map(|bodies| ranges(&bodies)).unwrap_or_default();
    let versions = content.iter().filter_map(|(range, _)| range.version());
    let versions: BTreeSet<_> = versions.collect();
    let typed_xml = typed_xml(&cx.schemas, &content);
    let mut encodings = content.iter().map(|(range, _)| range.encoding());
    let has_json = encodings.any(|encoding| encoding == Encoding::Json);
    let content = content.into_iter().enumerate();
    content
        .map(|(position, (range, node))| {
            let version = range.version().filter(|_| versions.len() > 1);
            let place = version.map_or_else(|| place.clone(), |it| in_version(place, it));
            let offered = Offered {
                range,
                node: &node,
                is_typed_xml: typed_xml == Some(position),
                has_json,
            };
            media_type(cx, offered, &place, direction)
        })
        .collect()
}

/// A member of `content`.
struct Offered<'o, 'd> {
    range: MediaRange,
    node: &'o load::MediaType<'d>,
    /// Whether it is the XML that has typed values.
    is_typed_xml: bool,
    /// Whether JSON is offered, so that nobody needs values of another media type.
    has_json: bool,
}

/// The position of the XML that has typed values: the first, if nothing else has any.
fn typed_xml<'d>(
    schemas: &Schemas<'d>,
    content: &[(MediaRange, load::MediaType<'d>)],
) -> Option<usize> {
    let is_other = |range: &MediaRange| match range.encoding() {
        Encoding::Json | Encoding::Form | Encoding::Multipart => true,
        Encoding::Xml | Encoding::Text | Encoding::Binary => false,
    };
    if content.iter().any(|(range, _)| is_other(range)) {
        return None;
    }
    content.iter().position(|(range, node)| {
        let schema = node.schema();
        range.is_xml() && schema.is_some_and(|schema| schemas.has_xml(&schema))
    })
}

/// The bodies by media type, each once. A name that cannot be sent is any media type.
fn ranges<'d>(bodies: &Bodies<'d>) -> Vec<(MediaRange, load::MediaType<'d>)> {
    let mut content: Vec<(MediaRange, load::MediaType<'_>)> = Vec::new();
    for (name, media) in bodies.media_types() {
        let is_sendable = media_type::is_sendable(name);
        let range = MediaRange::new(if is_sendable { name } else { "*/*" });
        if !content.iter().any(|(earlier, _)| *earlier == range) {
            content.push((range, media));
        }
    }
    content
}

fn media_type<'d>(
    cx: &mut Context<'d, '_>,
    offered: Offered<'_, 'd>,
    place: &NameHint,
    direction: Direction,
) -> MediaType {
    let (range, node) = (offered.range, offered.node);
    expect_media_type(&range, &node.at, &mut cx.findings);
    let schema = node.schema();
    // Many servers declare `*/*` for JSON; the schema shows that.
    let is_json = matches!(range.essence(), "*/*" | "application/*")
        && schema.as_ref().is_some_and(|it| is_value(&cx.schemas, it));
    let range = if is_json {
        MediaRange::new(MediaRange::JSON)
    } else {
        range
    };
    let kind = schema.as_ref().and_then(|schema| cx.schemas.kind(schema));
    let is_file = |schema: &Schema<'d>| cx.schemas.is_file(schema);
    let encoding = match range.encoding() {
        _ if offered.is_typed_xml => Encoding::Xml,
        // A file whose contents happen to be JSON.
        Encoding::Json if schema.as_ref().is_some_and(is_file) => Encoding::Binary,
        // Only the properties of an object have names, which a form needs.
        Encoding::Form if kind.is_some_and(|kind| kind != JsonType::Object) => Encoding::Binary,
        encoding => encoding,
    };
    let sequence = range
        .sequence()
        .filter(|_| direction == Direction::Response);
    let items = sequence.zip(schema.as_ref());
    let items = items.and_then(|(kind, schema)| sequence::items(cx, kind, schema, place));
    let ty = match encoding {
        Encoding::Text | Encoding::Binary => {
            if !offered.has_json
                && sequence.is_none()
                && kind.is_some_and(|kind| kind != JsonType::String)
            {
                untyped(range.essence(), encoding, &node.at, &mut cx.findings);
            }
            TypeRef::Primitive(Primitive::String(match encoding {
                Encoding::Text => text_format(&cx.schemas, schema.as_ref()),
                _ => StringFormat::Binary,
            }))
        }
        Encoding::Json | Encoding::Xml | Encoding::Form | Encoding::Multipart => match &schema {
            Some(schema) => cx.schema(schema, place),
            None => TypeRef::Any,
        },
    };
    if encoding == Encoding::Json {
        cx.add_examples(node, &ty, Some(direction));
    }
    MediaType {
        version: range.version(),
        range,
        sunset: sunset(cx.document, node),
        encoding,
        ty,
        items,
        properties: match encoding {
            Encoding::Form | Encoding::Multipart => form::properties(node),
            Encoding::Json | Encoding::Xml | Encoding::Text | Encoding::Binary => Vec::new(),
        },
    }
}

/// Warns about a name that is neither `type/subtype` (RFC 9110, section 8.3.1) nor a range.
fn expect_media_type(range: &MediaRange, at: &Pointer, findings: &mut Findings<'_>) {
    let parts = range.parts();
    if !parts.is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype)) {
        let message =
            format!("`{range}` is not a media type; the client sends bytes under that name");
        let help = "write a media type such as `application/json`";
        findings.report(Diagnostic::warning(Code::UnsupportedMediaType, at, message).help(help));
    }
}

/// Warns about a schema whose values have no text in the media type.
fn untyped(essence: &str, encoding: Encoding, at: &Pointer, findings: &mut Findings<'_>) {
    let fallback = match encoding {
        Encoding::Text => "text",
        _ => "bytes",
    };
    let message = format!("`{essence}` has no typed values; falling back to {fallback}");
    let help = "offer JSON as well";
    findings.report(Diagnostic::warning(Code::UnsupportedMediaType, at, message).help(help));
}

fn is_value<'d>(schemas: &Schemas<'d>, schema: &Schema<'d>) -> bool {
    has_structure(schema) && schemas.kind(schema) != Some(JsonType::String)
}

/// The format of plain text.
pub(super) fn text_format<'d>(schemas: &Schemas<'d>, schema: Option<&Schema<'d>>) -> StringFormat {
    if schema.is_some_and(|schema| schemas.is_password(schema)) {
        StringFormat::Password
    } else {
        StringFormat::Plain
    }
}

/// The sunset date of the version of a media type.
fn sunset(document: &Document, media: &load::MediaType<'_>) -> Option<String> {
    let key = document.extensions.sunset.as_deref()?;
    let day = media.str(key)?.to_owned();
    is_date(&day).then_some(day)
}

/// The place of an inline type in one of several versions.
fn in_version(place: &NameHint, version: ApiVersion) -> NameHint {
    match place.clone() {
        NameHint::Nested { owner, role } => {
            NameHint::nested(owner, Role::InVersion(Box::new(role), version))
        }
        own @ NameHint::Component(_) => own,
    }
}
