//! Request bodies, responses and what travels in them.

use super::check::Direction;
use super::{Lowerer, docs, nested};
use crate::diagnostic::{Code, Pointer};
use crate::ir::{
    ApiVersion, Encoding, Header, MediaType, NameHint, Owner, Primitive, RequestBody, Response,
    Role, Status, StringFormat, TypeRef,
};
use crate::load::Node;
use crate::resolve::{self, Bound, bind};

impl<'d> Lowerer<'d, '_> {
    pub(super) fn request_body(
        &mut self,
        operation: &resolve::Operation<'d>,
    ) -> Option<RequestBody> {
        let node = operation.node.get("requestBody")?;
        let bound: Bound<'d, openapiv3::RequestBody> = bind(self.document, &node, self.sink)?;
        let place = match bound.component() {
            Some(key) => NameHint::Component(key),
            None => nested(Owner::Operation(operation.id.clone()), Role::RequestBody),
        };
        Some(RequestBody {
            required: bound.value.required,
            content: self.content(&bound.node, &place, Direction::Request),
            docs: docs::plain(&bound.node),
        })
    }

    pub(super) fn responses(&mut self, operation: &resolve::Operation<'d>) -> Vec<Response> {
        let mut responses = Vec::new();
        for (key, node) in operation.node.members("responses") {
            let Some(status) = status(key) else {
                continue;
            };
            let bound = bind::<openapiv3::Response>(self.document, &node, self.sink);
            if let Some(bound) = bound {
                responses.push(self.response(status, &bound, &operation.id));
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
            status,
            headers: headers
                .iter()
                .filter_map(|(name, node)| self.header(name, node, &owner))
                .collect(),
            content: self.content(&bound.node, &place, Direction::Response),
            docs: docs::plain(&bound.node),
        }
    }

    fn header(&mut self, name: &str, node: &Node<'d>, owner: &Owner) -> Option<Header> {
        if name.eq_ignore_ascii_case("content-type") {
            let message = "the media type of a response stands under `content`";
            let help = "OpenAPI ignores this header: remove it";
            self.sink
                .warn(Code::UnsupportedParameter, &node.at, message, help);
            return None;
        }
        let bound: Bound<'d, openapiv3::Header> = bind(self.document, node, self.sink)?;
        let place = match bound.component() {
            Some(key) => NameHint::Component(key),
            None => nested(owner.clone(), Role::Header(name.to_owned())),
        };
        let ty = self.content_or_schema(&bound.node, &place);
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
        let content = node.members("content").into_iter();
        content
            .map(|(range, node)| self.media_type(range, &node, place, direction))
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
        // One that cannot be sent at all is reported already.
        if essence.contains('/') && !is_media_type(&essence) {
            let message = format!("`{range}` is no media type; bytes are sent under that name");
            let help = "a media type reads `application/json`";
            self.sink
                .warn(Code::UnsupportedMediaType, &node.at, message, help);
        }
        let encoding = encoding(&essence);
        let schema = node.get("schema");
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
            encoding,
            ty,
        }
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
        if kind.is_some_and(|kind| kind != "string") {
            let stand_in = match encoding {
                Encoding::Text => "text stands",
                _ => "bytes stand",
            };
            let message = format!("values are not read from `{essence}`: {stand_in} in");
            let help = "offer JSON as well";
            self.sink
                .warn(Code::UnsupportedMediaType, at, message, help);
        }
        TypeRef::Primitive(Primitive::String(match encoding {
            Encoding::Text => StringFormat::Plain,
            _ => StringFormat::Binary,
        }))
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

/// `type/subtype` of RFC 9110, section 8.3.1, or a range of them.
fn is_media_type(essence: &str) -> bool {
    let token = |text: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        !text.is_empty() && text.bytes().all(allowed)
    };
    essence
        .split_once('/')
        .is_some_and(|(kind, subtype)| token(kind) && token(subtype))
}

fn encoding(essence: &str) -> Encoding {
    match essence {
        "application/json" | "text/json" => Encoding::Json,
        "application/x-www-form-urlencoded" => Encoding::Form,
        "multipart/form-data" => Encoding::Multipart,
        _ if essence.ends_with("+json") => Encoding::Json,
        _ if essence.starts_with("text/") => Encoding::Text,
        _ => Encoding::Binary,
    }
}

/// The version in a vendor's media type: the last word of the subtype, before the suffix.
fn version(essence: &str) -> Option<ApiVersion> {
    let subtype = essence.strip_prefix("application/vnd.")?;
    let name = subtype.split('+').next()?;
    let word = name.rsplit('.').next()?;
    if word == "preview" {
        return Some(ApiVersion::Preview);
    }
    is_date(word).then(|| ApiVersion::Date(word.to_owned()))
}

/// `YYYY-MM-DD`
fn is_date(word: &str) -> bool {
    let shape = |(index, byte): (usize, u8)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    word.len() == 10 && word.bytes().enumerate().all(shape)
}
