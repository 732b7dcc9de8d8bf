//! Request bodies, responses and what travels in them.

use std::collections::BTreeSet;

use super::check::Direction;
use super::{Lowerer, docs, nested, schemas};
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::ir::{
    ApiVersion, Encoding, Header, MediaType, NameHint, Origin, Owner, Primitive, PropertyEncoding,
    RequestBody, Reserved, Response, Role, Status, StringFormat, Style, TypeRef, is_date,
};
use crate::load::{JsonType, Node, media_type};
use crate::resolve::{self, Bound, bind};

const JSON: &str = "application/json";
const ANY: &str = "*/*";

impl<'d> Lowerer<'d, '_> {
    pub(super) fn request_body(
        &mut self,
        operation: &resolve::Operation<'d>,
        name: &str,
    ) -> Option<RequestBody> {
        let node = operation.node.get("requestBody")?;
        let bound: Bound<'d, openapiv3::RequestBody> = bind(self.document, &node, self.sink)?;
        let place = match bound.component() {
            Some(key) => NameHint::Component(key),
            None => nested(Owner::Operation(name.to_owned()), Role::RequestBody),
        };
        Some(RequestBody {
            origin: Origin(bound.node.at.clone()),
            required: bound.value.required,
            content: self.content(&bound.node, &place, Direction::Request),
            docs: docs::plain(&bound.node),
        })
    }

    pub(super) fn responses(
        &mut self,
        operation: &resolve::Operation<'d>,
        name: &str,
    ) -> Vec<Response> {
        let mut responses = Vec::new();
        for (key, node) in operation.node.members("responses") {
            let Some(status) = status(key) else {
                continue;
            };
            let bound = bind::<openapiv3::Response>(self.document, &node, self.sink);
            if let Some(bound) = bound {
                responses.push(self.response(status, &bound, name));
            }
        }
        responses
    }

    fn response(
        &mut self,
        status: Status,
        bound: &Bound<'d, openapiv3::Response>,
        operation: &str,
    ) -> Response {
        let (owner, place) = if let Some(key) = bound.component() {
            (Owner::Component(key.clone()), NameHint::Component(key))
        } else {
            let owner = Owner::Operation(operation.to_owned());
            (owner.clone(), nested(owner, Role::Response(status)))
        };
        let headers = bound.node.members("headers");
        Response {
            origin: Origin(bound.node.at.clone()),
            status,
            headers: headers
                .iter()
                .filter_map(|(name, node)| self.header(name, node, &owner))
                .collect(),
            content: if has_no_body(status) {
                self.no_content(&bound.node);
                Vec::new()
            } else {
                self.content(&bound.node, &place, Direction::Response)
            },
            docs: docs::plain(&bound.node),
        }
    }

    /// The content of a response that has none; without a schema it says nothing.
    fn no_content(&mut self, node: &Node<'d>) {
        let content = node.members("content");
        if let Some((name, media)) = content.iter().find(|(_, media)| media.has("schema")) {
            let message = format!(
                "`{name}` has no effect: responses with this status have no body (RFC 9110, section 15.3)"
            );
            let help = "remove the content, or move it to another status";
            self.sink.report(
                Diagnostic::warning(Code::UnsupportedKeyword, &media.at, message).help(help),
            );
        }
    }

    fn header(&mut self, name: &str, node: &Node<'d>, owner: &Owner) -> Option<Header> {
        if name.eq_ignore_ascii_case("content-type") {
            let message = "the header `Content-Type` is ignored: `content` has the media types";
            let help = "remove it";
            self.sink.report(
                Diagnostic::warning(Code::UnsupportedParameter, &node.at, message).help(help),
            );
            return None;
        }
        if !is_token(name) {
            let message =
                format!("`{name}` is not a valid name of a header; the header is ignored");
            self.sink.report(Diagnostic::warning(
                Code::UnsupportedParameter,
                &node.at,
                message,
            ));
            return None;
        }
        let bound: Bound<'d, openapiv3::Header> = bind(self.document, node, self.sink)?;
        let place = match bound.component() {
            Some(key) => NameHint::Component(key),
            None => nested(owner.clone(), Role::Header(name.to_owned())),
        };
        let (ty, _) = self.value_type(&bound.node, &place);
        self.example(&bound.node, &ty, Some(Direction::Response));
        Some(Header {
            name: name.to_owned(),
            ty,
            required: bound.value.required,
            docs: self.with_value_docs(&bound.node),
        })
    }

    fn content(
        &mut self,
        node: &Node<'d>,
        place: &NameHint,
        direction: Direction,
    ) -> Vec<MediaType> {
        let content = media_types(node);
        let versions: BTreeSet<_> = content.iter().filter_map(|(it, _)| version(it)).collect();
        let content = content.into_iter();
        content
            .map(|(range, node)| match version(range) {
                Some(version) if versions.len() > 1 => {
                    let place = in_version(place, version);
                    self.media_type(range, &node, &place, direction)
                }
                _ => self.media_type(range, &node, place, direction),
            })
            .collect()
    }

    fn media_type(
        &mut self,
        range: &str,
        node: &Node<'d>,
        place: &NameHint,
        direction: Direction,
    ) -> MediaType {
        let essence = range.split(';').next().unwrap_or_default().trim();
        let essence = essence.to_ascii_lowercase();
        if !is_media_type(&essence) {
            let message =
                format!("`{range}` is not a media type; the client sends bytes under that name");
            let help = "write a media type such as `application/json`";
            self.sink.report(
                Diagnostic::warning(Code::UnsupportedMediaType, &node.at, message).help(help),
            );
        }
        let schema = node.get("schema");
        // Many servers declare `*/*` for what they write as JSON; the schema gives them away.
        let says_nothing = matches!(&*essence, "*/*" | "application/*");
        let is_value = |schema: &Node<'d>| {
            schemas::has_structure(schema) && self.schemas.kind(schema) != Some(JsonType::String)
        };
        let (range, essence) = if says_nothing && schema.as_ref().is_some_and(is_value) {
            (JSON, JSON.to_owned())
        } else {
            (range, essence)
        };
        let kind = schema.as_ref().and_then(|schema| self.schemas.kind(schema));
        let encoding = match encoding(&essence) {
            // Only the properties of an object have names that a form can have.
            Encoding::Form if kind.is_some_and(|kind| kind != JsonType::Object) => Encoding::Binary,
            encoding => encoding,
        };
        let ty = match encoding {
            Encoding::Text | Encoding::Binary => {
                self.untyped(&essence, schema.as_ref(), encoding, &node.at)
            }
            Encoding::Json | Encoding::Form | Encoding::Multipart => match &schema {
                Some(schema) => self.schema(schema, place),
                None => TypeRef::Any,
            },
        };
        if encoding == Encoding::Json {
            self.example(node, &ty, Some(direction));
        }
        MediaType {
            range: range.to_owned(),
            version: version(&essence),
            sunset: self.sunset(node),
            encoding,
            ty,
            properties: match encoding {
                Encoding::Form | Encoding::Multipart => properties(node),
                Encoding::Json | Encoding::Text | Encoding::Binary => Vec::new(),
            },
        }
    }

    /// The day on which the API stops serving the version of a media type.
    fn sunset(&self, media: &Node<'d>) -> Option<String> {
        let key = self.document.extensions.sunset.as_deref()?;
        media.string(key).filter(|day| is_date(day))
    }

    /// Text and bytes, whatever a schema says about the values that are written in them.
    fn untyped(
        &mut self,
        essence: &str,
        schema: Option<&Node<'d>>,
        encoding: Encoding,
        at: &Pointer,
    ) -> TypeRef {
        let kind = schema.and_then(|schema| self.schemas.kind(schema));
        if kind.is_some_and(|kind| kind != JsonType::String) {
            let fallback = match encoding {
                Encoding::Text => "text",
                _ => "bytes",
            };
            let message = format!("`{essence}` has no typed values; falling back to {fallback}");
            let help = "offer JSON as well";
            self.sink
                .report(Diagnostic::warning(Code::UnsupportedMediaType, at, message).help(help));
        }
        let is_secret = schema.is_some_and(|schema| self.schemas.is_password(schema));
        TypeRef::Primitive(Primitive::String(match encoding {
            Encoding::Text if is_secret => StringFormat::Password,
            Encoding::Text => StringFormat::Plain,
            _ => StringFormat::Binary,
        }))
    }
}

/// The Encoding Objects of a form.
fn properties(media: &Node<'_>) -> Vec<PropertyEncoding> {
    let encodings = media.members("encoding").into_iter();
    encodings
        .map(|(name, node)| {
            let style = node.str("style").and_then(style);
            let is_exploded = style.is_none_or(|style| style == Style::Form);
            let explode = node.get("explode").and_then(|node| node.value.as_bool());
            PropertyEncoding {
                name: name.to_owned(),
                content_types: list(node.str("contentType").unwrap_or_default()),
                headers: part_headers(&node),
                style: style.or(explode.map(|_| Style::Form)),
                explode: explode.unwrap_or(is_exploded),
                reserved: if node.flag("allowReserved") {
                    Reserved::Allowed
                } else {
                    Reserved::Encoded
                },
            }
        })
        .collect()
}

/// The media types of a list; an empty entry is none.
fn list(text: &str) -> Vec<String> {
    let entries = text.split(',').map(str::trim);
    entries
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The headers that the caller gives to a part. `Content-Type` has a place of its own.
fn part_headers(encoding: &Node<'_>) -> Vec<String> {
    let names = encoding.members("headers").into_iter();
    let names = names.map(|(name, _)| name);
    let names = names.filter(|name| is_token(name) && !name.eq_ignore_ascii_case("content-type"));
    names.map(str::to_owned).collect()
}

fn style(word: &str) -> Option<Style> {
    match word {
        "form" => Some(Style::Form),
        "spaceDelimited" => Some(Style::SpaceDelimited),
        "pipeDelimited" => Some(Style::PipeDelimited),
        "deepObject" => Some(Style::DeepObject),
        _ => None,
    }
}

/// A key of the Responses Object.
fn status(key: &str) -> Option<Status> {
    if key == "default" {
        return Some(Status::Default);
    }
    match key.as_bytes() {
        [class @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] => Some(Status::Range(class - b'0')),
        [b'1'..=b'5', ..] => key.parse().ok().map(Status::Code),
        _ => None,
    }
}

/// Whether HTTP has no body with a status (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
fn has_no_body(status: Status) -> bool {
    matches!(status, Status::Code(204 | 205 | 304))
}

/// The bodies of `node` by media type, each once. A name that cannot be sent is any media type.
fn media_types<'d>(node: &Node<'d>) -> Vec<(&'d str, Node<'d>)> {
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

/// `type/subtype` of RFC 9110, section 8.3.1, or a range of them.
fn is_media_type(essence: &str) -> bool {
    essence
        .split_once('/')
        .is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype))
}

/// `token` of RFC 9110, section 5.6.2: what a header and the parts of a media type may be called.
pub(super) fn is_token(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(allowed)
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

/// The place of what is there in several versions.
fn in_version(place: &NameHint, version: ApiVersion) -> NameHint {
    match place.clone() {
        NameHint::Nested { owner, role } => nested(owner, Role::InVersion(Box::new(role), version)),
        own @ NameHint::Component(_) => own,
    }
}

/// The version in a vendor's media type: the last word of the subtype, before the suffix.
fn version(range: &str) -> Option<ApiVersion> {
    let essence = range.split(';').next()?.trim().to_ascii_lowercase();
    let subtype = essence.strip_prefix("application/vnd.")?;
    let name = subtype.split('+').next()?;
    ApiVersion::parse(name.rsplit('.').next()?)
}
