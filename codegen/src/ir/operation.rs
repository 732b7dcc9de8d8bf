use super::{ApiVersion, Docs, GivenName, Literal, Origin, Requirement, Server, TypeRef};
use crate::diagnostic::Pointer;

/// One operation (OpenAPI 3.0.3, *Operation Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// `operationId`, or one derived from method and path when the document has none.
    pub id: String,
    /// What the document calls it in Rust.
    pub given: Option<GivenName>,
    /// The version that it speaks, where another operation of the same id speaks the usual one.
    pub alternative: Option<ApiVersion>,
    /// Where the document says it.
    pub origin: Pointer,
    /// The tag it is grouped under.
    pub tag: String,
    /// The request method.
    pub method: Method,
    /// The path below the base URL.
    pub path: PathTemplate,
    /// Parameters of the path item and of the operation, in document order.
    pub parameters: Vec<Parameter>,
    /// What the request carries.
    pub request_body: Option<RequestBody>,
    /// What may come back; success first is not guaranteed, document order is.
    pub responses: Vec<Response>,
    /// Base URLs of its own, in place of those of the API.
    pub servers: Vec<Server>,
    /// Which credentials it takes: alternatives, each a set of schemes. Empty: none are needed.
    pub security: Vec<Requirement>,
    /// What the document tells its readers.
    pub docs: Docs,
    /// `deprecated: true`
    pub deprecated: bool,
}

/// A request method (RFC 9110, section 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the methods")]
pub enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl Method {
    /// As on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }
}

/// A path with placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTemplate(pub Vec<PathSegment>);

/// A part of a path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathSegment {
    /// Text as it is, slashes included.
    Literal(String),
    /// The value of the path parameter with this name.
    Parameter(String),
}

/// A parameter (OpenAPI 3.0.3, *Parameter Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The name on the wire.
    pub name: String,
    /// The place of its declaration; of one that is not declared, the operation.
    pub origin: Origin,
    /// What the document calls it in Rust.
    pub given: Option<GivenName>,
    /// Where it goes.
    pub location: Location,
    /// How its value is written.
    pub style: Style,
    /// Whether an array or object becomes several parameters.
    pub explode: bool,
    /// What becomes of characters that mean something in a URL (`allowReserved`).
    pub reserved: Reserved,
    /// Whether it must be there.
    pub required: bool,
    /// The type of its value.
    pub ty: TypeRef,
    /// The only value (an `enum` of one), where the type does not list its values: of a boolean or a number.
    pub constant: Option<Literal>,
    /// What the server assumes when it is absent.
    pub default: Option<Literal>,
    /// What the document tells its readers.
    pub docs: Docs,
    /// `deprecated: true`
    pub deprecated: bool,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query string.
    Query,
    /// In a header.
    Header,
    /// In the `Cookie` header.
    Cookie,
}

/// What becomes of the characters of a value that mean something in a URL (RFC 3986, section 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserved {
    /// They are encoded.
    Encoded,
    /// They are sent as they are.
    Allowed,
}

/// How a parameter's value is written (OpenAPI 3.0.3, *Style Values*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `a,b`
    Simple,
    /// `.a.b`
    Label,
    /// `;name=a`
    Matrix,
    /// `name=a&name=b`
    Form,
    /// `name=a%20b`
    SpaceDelimited,
    /// `name=a|b`
    PipeDelimited,
    /// `name[key]=a`
    DeepObject,
    /// JSON text: the parameter has a `content` and no style.
    Json,
}

/// What a request carries (OpenAPI 3.0.3, *Request Body Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct RequestBody {
    /// Its place in the document.
    pub origin: Origin,
    /// Whether it must be there.
    pub required: bool,
    /// The media types to choose from, in document order.
    pub content: Vec<MediaType>,
    /// What the document tells its readers.
    pub docs: Docs,
}

/// What may come back (OpenAPI 3.0.3, *Response Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Its place in the document.
    pub origin: Origin,
    /// When.
    pub status: Status,
    /// The headers that come with it.
    pub headers: Vec<Header>,
    /// The media types to choose from, in document order. Empty: no body.
    pub content: Vec<MediaType>,
    /// What the document tells its readers.
    pub docs: Docs,
}

/// A header of a response (OpenAPI 3.0.3, *Header Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name as the document writes it.
    pub name: String,
    /// The type of its value.
    pub ty: TypeRef,
    /// Whether it always comes.
    pub required: bool,
    /// What the document tells its readers.
    pub docs: Docs,
}

/// The status that a response is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Exactly this code.
    Code(u16),
    /// A class, `2` for `2XX`.
    Range(u8),
    /// Whatever no other response covers.
    Default,
}

/// A media type and what travels in it.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaType {
    /// Exactly as the document writes it, e.g. `application/vnd.atlas.2023-01-01+json`.
    pub range: String,
    /// How a value is written in it.
    pub encoding: Encoding,
    /// The dated version that the media type names, where it does.
    pub version: Option<ApiVersion>,
    /// The day on which the API stops speaking it, as the document writes days (`x-sunset`).
    pub sunset: Option<String>,
    /// The type of the value.
    pub ty: TypeRef,
    /// How some of its properties are written, where it is a form.
    pub properties: Vec<PropertyEncoding>,
}

impl MediaType {
    /// The range in lower case, without its parameters.
    #[must_use]
    pub fn essence(&self) -> String {
        essence(&self.range)
    }

    /// Whether it is a range such as `image/*`, which is no `Content-Type`.
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.essence().contains('*')
    }
}

fn essence(range: &str) -> String {
    let essence = range.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// How a property of a form is written (OpenAPI 3.0.3, *Encoding Object*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertyEncoding {
    /// The property.
    pub name: String,
    /// The media types that its part or its text may have, the default first.
    pub content_types: Vec<String>,
    /// The names of the headers that its part may have.
    pub headers: Vec<String>,
    /// How a list or an object becomes text, in a form that is no multipart.
    pub style: Option<Style>,
    /// Whether a list or an object becomes several fields.
    pub explode: bool,
    /// What becomes of characters that mean something in a URL.
    pub reserved: Reserved,
}

impl PropertyEncoding {
    /// The media type to send unless the caller gives another one. A range leaves it to the caller.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        let first = self.content_types.first()?;
        (!first.contains('*')).then_some(first)
    }

    /// Whether the value is written as JSON.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.content_type().is_some_and(|range| {
            let essence = essence(range);
            essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
        })
    }

    /// Whether a string can hold what the media types name. True if there are none.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.content_types.iter().all(|range| {
            let essence = essence(range);
            let starts = ["text/", "application/json", "application/xml"];
            starts.iter().any(|start| essence.starts_with(start))
                || [b"+json".as_slice(), b"+xml"]
                    .iter()
                    .any(|end| essence.as_bytes().ends_with(end))
        })
    }
}

/// How a value is written in a media type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `application/json` and everything with the suffix `+json`.
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
    /// `multipart/form-data`
    Multipart,
    /// `text/*`
    Text,
    /// Bytes.
    Binary,
}
