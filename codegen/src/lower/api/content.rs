//! The media types of a body.

use std::collections::BTreeSet;

use super::form;
use super::token::is_token;
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::ir::{
    ApiVersion, Encoding, MediaType, NameHint, Primitive, Role, StringFormat, TypeRef, is_date,
};
use crate::load::{Document, JsonType, Node, media_type};
use crate::lower::context::Context;
use crate::lower::findings::Findings;
use crate::lower::samples::Direction;
use crate::lower::schemas::{Schemas, has_structure};

const JSON: &str = "application/json";
const ANY: &str = "*/*";

/// The media types of `node`, which is a request body or a response.
pub(super) fn content<'d>(
    cx: &mut Context<'d, '_>,
    node: &Node<'d>,
    place: &NameHint,
    direction: Direction,
) -> Vec<MediaType> {
    let content = ranges(node);
    let versions: BTreeSet<_> = content.iter().filter_map(|(it, _)| version(it)).collect();
    let content = content.into_iter();
    content
        .map(|(range, node)| match version(range) {
            Some(version) if versions.len() > 1 => {
                let place = in_version(place, version);
                media_type(cx, (range, &node), &place, direction)
            }
            _ => media_type(cx, (range, &node), place, direction),
        })
        .collect()
}

/// The bodies of `node` by media type, each once. A name that cannot be sent is any media type.
fn ranges<'d>(node: &Node<'d>) -> Vec<(&'d str, Node<'d>)> {
    let mut content: Vec<(&str, Node<'_>)> = Vec::new();
    let named = node.members("content").into_iter();
    for (name, media) in named.filter(|(name, _)| !media_type::is_extension(name)) {
        let range = if media_type::is_sendable(name) {
            name
        } else {
            ANY
        };
        if !content.iter().any(|(earlier, _)| *earlier == range) {
            content.push((range, media));
        }
    }
    content
}

fn media_type<'d>(
    cx: &mut Context<'d, '_>,
    (range, node): (&str, &Node<'d>),
    place: &NameHint,
    direction: Direction,
) -> MediaType {
    expect_media_type(range, &node.at, &mut cx.findings);
    let schema = node.get("schema");
    // Many servers declare `*/*` for JSON; the schema shows that.
    let is_json = matches!(&*essence(range), "*/*" | "application/*")
        && schema.as_ref().is_some_and(|it| is_value(&cx.schemas, it));
    let range = if is_json { JSON } else { range };
    let essence = essence(range);
    let kind = schema.as_ref().and_then(|schema| cx.schemas.kind(schema));
    let encoding = match encoding(&essence) {
        // Only the properties of an object have names, which a form needs.
        Encoding::Form if kind.is_some_and(|kind| kind != JsonType::Object) => Encoding::Binary,
        encoding => encoding,
    };
    let ty = match encoding {
        Encoding::Text | Encoding::Binary => {
            if kind.is_some_and(|kind| kind != JsonType::String) {
                untyped(&essence, encoding, &node.at, &mut cx.findings);
            }
            TypeRef::Primitive(Primitive::String(match encoding {
                Encoding::Text => text_format(&cx.schemas, schema.as_ref()),
                _ => StringFormat::Binary,
            }))
        }
        Encoding::Json | Encoding::Form | Encoding::Multipart => match &schema {
            Some(schema) => cx.schema(schema, place),
            None => TypeRef::Any,
        },
    };
    if encoding == Encoding::Json {
        cx.add_examples(node, &ty, Some(direction));
    }
    MediaType {
        range: range.to_owned(),
        version: version(&essence),
        sunset: sunset(cx.document, node),
        encoding,
        ty,
        properties: match encoding {
            Encoding::Form | Encoding::Multipart => form::properties(node),
            Encoding::Json | Encoding::Text | Encoding::Binary => Vec::new(),
        },
    }
}

/// Warns about a name that is neither `type/subtype` (RFC 9110, section 8.3.1) nor a range.
fn expect_media_type(range: &str, at: &Pointer, findings: &mut Findings<'_>) {
    let essence = essence(range);
    let parts = essence.split_once('/');
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

fn is_value<'d>(schemas: &Schemas<'d>, schema: &Node<'d>) -> bool {
    has_structure(schema) && schemas.kind(schema) != Some(JsonType::String)
}

/// The format of plain text.
pub(super) fn text_format<'d>(schemas: &Schemas<'d>, schema: Option<&Node<'d>>) -> StringFormat {
    if schema.is_some_and(|schema| schemas.is_password(schema)) {
        StringFormat::Password
    } else {
        StringFormat::Plain
    }
}

/// The sunset date of the version of a media type.
fn sunset(document: &Document, media: &Node<'_>) -> Option<String> {
    let key = document.extensions.sunset.as_deref()?;
    media.string(key).filter(|day| is_date(day))
}

/// A media type in lower case, without its parameters.
pub(super) fn essence(range: &str) -> String {
    let essence = range.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

pub(super) fn encoding(essence: &str) -> Encoding {
    match essence {
        "application/json" | "text/json" => Encoding::Json,
        "application/x-www-form-urlencoded" => Encoding::Form,
        "multipart/form-data" => Encoding::Multipart,
        _ if essence.ends_with("+json") => Encoding::Json,
        _ if essence.starts_with("text/") => Encoding::Text,
        _ => Encoding::Binary,
    }
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

/// The version in a vendor's media type: the last word of the subtype, before the suffix.
fn version(range: &str) -> Option<ApiVersion> {
    let essence = essence(range);
    let subtype = essence.strip_prefix("application/vnd.")?;
    let name = subtype.split('+').next()?;
    ApiVersion::parse(name.rsplit('.').next()?)
}
