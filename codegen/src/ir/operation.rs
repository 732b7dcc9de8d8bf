use super::{
    ApiVersion, DeclaredPages, DeclaredWork, Docs, Encoding, GivenName, Literal, MediaRange,
    MediaTypeId, Origin, ParameterId, Requirement, ResponseId, Server, TagId, TypeRef,
};
use crate::diagnostic::Pointer;

/// One operation (OpenAPI 3.0.3, *Operation Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// `operationId`, or an id derived from method and path.
    pub id: String,
    /// The name in Rust that the document gives, if any.
    pub given: Option<GivenName>,
    /// The version, if another operation with the same id has the default version.
    pub alternative: Option<ApiVersion>,
    /// The location in the document.
    pub origin: Pointer,
    /// Its group.
    pub tag: TagId,
    /// The request method.
    pub method: Method,
    /// The path below the base URL.
    pub path: PathTemplate,
    /// Parameters of the path item and of the operation, in document order, by [`ParameterId::index`].
    pub parameters: Vec<Parameter>,
    /// The body of the request.
    pub request_body: Option<RequestBody>,
    /// The responses in document order; the first is not necessarily a success.
    pub responses: Vec<Response>,
    /// Base URLs that override those of the API.
    pub servers: Vec<Server>,
    /// Alternatives of required credentials, each a set of schemes. Empty if none are required.
    pub security: Vec<Requirement>,
    /// How its list is divided into pages, if the document declares it.
    pub pages: Option<DeclaredPages>,
    /// The work that it starts, if the document declares it.
    pub work: Option<DeclaredWork>,
    /// The documentation in the document.
    pub docs: Docs,
    /// `deprecated: true`
    pub deprecated: bool,
}

impl Operation {
    /// Returns the parameter with this id.
    ///
    /// # Panics
    ///
    /// When `id` comes from another operation.
    #[must_use]
    pub fn parameter(&self, id: ParameterId) -> &Parameter {
        &self.parameters[id.index()]
    }

    /// The method and the path: `GET /pets`.
    #[must_use]
    pub fn request(&self) -> String {
        format!("{} {}", self.method.as_str(), self.path)
    }

    /// The ids of all parameters.
    pub fn parameter_ids(&self) -> impl Iterator<Item = ParameterId> + use<> {
        (0..self.parameters.len()).map(ParameterId::new)
    }

    /// Returns the response with this id.
    ///
    /// # Panics
    ///
    /// When `id` comes from another operation.
    #[must_use]
    pub fn response(&self, id: ResponseId) -> &Response {
        &self.responses[id.index()]
    }

    /// The ids of all responses.
    pub fn response_ids(&self) -> impl Iterator<Item = ResponseId> + use<> {
        (0..self.responses.len()).map(ResponseId::new)
    }

    /// The parameter of the path with this name.
    #[must_use]
    pub fn path_parameter(&self, name: &str) -> Option<ParameterId> {
        self.parameter_ids().find(|id| {
            let parameter = self.parameter(*id);
            parameter.location == Location::Path && parameter.name == name
        })
    }
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
    Query,
}

impl Method {
    /// Whether several requests have the effect of one (RFC 9110, 9.2.2).
    #[must_use]
    pub fn is_idempotent(self) -> bool {
        !matches!(self, Self::Post | Self::Patch)
    }

    /// The value on the wire.
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
            Self::Query => "QUERY",
        }
    }
}

/// A path with placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathTemplate(pub Vec<PathSegment>);

/// A part of a path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathSegment {
    /// Literal text, including slashes.
    Literal(String),
    /// The value of the path parameter with this name.
    Parameter(String),
}

/// A parameter (OpenAPI 3.0.3, *Parameter Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// The name on the wire.
    pub name: String,
    /// The location of its declaration; if undeclared, that of the operation.
    pub origin: Origin,
    /// The name in Rust that the document gives, if any.
    pub given: Option<GivenName>,
    /// Its location in the request.
    pub location: Location,
    /// The serialization style.
    pub style: Style,
    /// Whether an array or object becomes several parameters.
    pub explode: bool,
    /// The treatment of reserved characters (`allowReserved`).
    pub reserved: Reserved,
    /// Whether it is required.
    pub required: bool,
    /// The type of its value.
    pub ty: TypeRef,
    /// The only value (an `enum` of one) of a boolean or a number, whose type does not list its values.
    pub constant: Option<Literal>,
    /// The default of the server.
    pub default: Option<Literal>,
    /// The documentation in the document.
    pub docs: Docs,
    /// `deprecated: true`
    pub deprecated: bool,
}

/// The location of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// The path.
    Path,
    /// The query string.
    Query,
    /// A header.
    Header,
    /// The `Cookie` header.
    Cookie,
}

/// The treatment of reserved characters in a value (RFC 3986, section 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserved {
    /// They are percent-encoded.
    Encoded,
    /// They are sent unchanged.
    Allowed,
}

/// The serialization style of a parameter (OpenAPI 3.0.3, *Style Values*).
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

/// The body of a request (OpenAPI 3.0.3, *Request Body Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct RequestBody {
    /// The location in the document.
    pub origin: Origin,
    /// Whether it is required.
    pub required: bool,
    /// The media types, in document order.
    pub content: Vec<MediaType>,
    /// The documentation in the document.
    pub docs: Docs,
}

/// A response (OpenAPI 3.0.3, *Response Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The location in the document.
    pub origin: Origin,
    /// The status, range or default.
    pub status: Status,
    /// The headers.
    pub headers: Vec<Header>,
    /// The media types, in document order. Empty if there is no body.
    pub content: Vec<MediaType>,
    /// The documentation in the document.
    pub docs: Docs,
}

impl Response {
    /// Returns the media type with this id.
    ///
    /// # Panics
    ///
    /// When `id` comes from another response.
    #[must_use]
    pub fn media_type(&self, id: MediaTypeId) -> &MediaType {
        &self.content[id.index()]
    }
}

impl RequestBody {
    /// Returns the media type with this id.
    ///
    /// # Panics
    ///
    /// When `id` comes from another body.
    #[must_use]
    pub fn media_type(&self, id: MediaTypeId) -> &MediaType {
        &self.content[id.index()]
    }
}

/// A header of a response (OpenAPI 3.0.3, *Header Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The name as written in the document.
    pub name: String,
    /// The type of its value.
    pub ty: TypeRef,
    /// Whether it is required.
    pub required: bool,
    /// The documentation in the document.
    pub docs: Docs,
}

/// The status of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// A status code.
    Code(u16),
    /// A class, `2` for `2XX`.
    Range(u8),
    /// All other statuses.
    Default,
}

/// A media type and the type of its value.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaType {
    /// The media type, e.g. `application/vnd.atlas.2023-01-01+json`.
    pub range: MediaRange,
    /// The encoding of the value.
    pub encoding: Encoding,
    /// The dated version in the media type, if any.
    pub version: Option<ApiVersion>,
    /// The sunset date, as written in the document.
    pub sunset: Option<String>,
    /// The type of the value.
    pub ty: TypeRef,
    /// The type of each value, if the body of a response is a sequence of values and not only text.
    pub items: Option<Items>,
    /// The encodings of properties of a form.
    pub properties: Vec<PropertyEncoding>,
}

impl MediaType {
    /// The types that it mentions.
    pub fn types(&self) -> impl Iterator<Item = &TypeRef> {
        let items = self.items.iter();
        std::iter::once(&self.ty).chain(items.map(|items| &items.ty))
    }

    /// The types that it mentions.
    pub fn types_mut(&mut self) -> impl Iterator<Item = &mut TypeRef> {
        let items = self.items.iter_mut();
        std::iter::once(&mut self.ty).chain(items.map(|items| &mut items.ty))
    }
}

/// The values of a body that is a sequence.
#[derive(Clone, Debug, PartialEq)]
pub struct Items {
    /// The type of each value.
    pub ty: TypeRef,
    /// The part of each record that has the type.
    pub part: RecordPart,
}

/// A part of a record in a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordPart {
    /// The data.
    Data,
    /// A server-sent event with its type and data, as an object.
    Event,
}

/// The encoding of a property of a form (OpenAPI 3.0.3, *Encoding Object*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertyEncoding {
    /// The property.
    pub name: String,
    /// The media types of its part or text, the default first.
    pub content_types: Vec<MediaRange>,
    /// The names of the headers of its part.
    pub headers: Vec<String>,
    /// The style of a list or an object, except in multipart forms.
    pub style: Option<Style>,
    /// Whether a list or an object becomes several fields.
    pub explode: bool,
    /// The treatment of reserved characters.
    pub reserved: Reserved,
}

impl PropertyEncoding {
    /// The default media type. `None` for a range, which the caller must narrow.
    #[must_use]
    pub fn content_type(&self) -> Option<&MediaRange> {
        self.content_types.first().filter(|it| !it.is_wildcard())
    }

    /// Whether the value is written as JSON.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.content_type().is_some_and(MediaRange::is_json)
    }

    /// Whether the media types are text. True if there are none.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.content_types.iter().all(MediaRange::is_text)
    }
}
