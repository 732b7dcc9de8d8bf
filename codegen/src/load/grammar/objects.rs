//! Everything but schemas.

use super::external_docs::ExternalDocs;
use super::keyword;
use super::kind::{Field, Kind, Object};
use super::schema::Schema;
use super::status;
use super::view::{Member, Members, Read, Reusable, View, object, view};
use super::words::{
    FormStyle, HeaderStyle, KeyLocation, ParameterLocation, ParameterStyle, SchemeType,
};
use crate::diagnostic::Pointer;
use crate::load::{Node, media_type};

const LINKS: &str = "links between operations are not followed";

/// Alternatives of schemes, each with its scopes.
pub(crate) type Requirements<'d> = Vec<Members<'d, Vec<&'d str>>>;

object! {
    /// The document.
    OpenApi = "OpenAPI Object" {
        OPENAPI: Option<&'d str>, required;
        INFO fn info: Option<Info<'d>>, required, dispensable;
        SERVERS fn servers: Vec<Server<'d>>;
        PATHS fn paths: Option<Paths<'d>>, required;
        COMPONENTS fn components: Option<Components<'d>>;
        SECURITY fn security: Requirements<'d>;
        TAGS fn tags: Vec<Tag<'d>>;
        EXTERNAL_DOCS fn external_docs: Option<ExternalDocs<'d>>;
        WEBHOOKS fn webhooks: Members<'d, Reusable<'d, PathItem<'d>>>, since_3_1;
        JSON_SCHEMA_DIALECT: Option<&'d str>, since_3_1;
        SELF: Option<&'d str>, since_3_2;
        FERN_PAGINATION fn fern_pagination: Option<Node<'d>>;
    }
}

impl<'d> OpenApi<'d> {
    pub(crate) fn of(document: Node<'d>) -> Self {
        Self(document)
    }

    /// The members of a section of the components, whatever they are.
    pub(crate) fn section(&self, section: &str) -> Members<'d, Node<'d>> {
        let components = self.components();
        Member::of(components.and_then(|it| it.get(section)))
    }
}

/// The place of a section of the components.
pub(crate) fn section_at(section: &str) -> Pointer {
    Pointer::root().key(keyword::COMPONENTS).key(section)
}

/// The section of the components and the key in it that a place is at or in.
pub(crate) fn component_at(at: &Pointer) -> Option<(String, String)> {
    let mut segments = at.segments();
    let is_component = segments.next()? == keyword::COMPONENTS;
    let (section, key) = (segments.next()?, segments.next()?);
    is_component.then_some((section, key))
}

object! {
    /// Metadata of the API.
    Info = "Info Object" {
        TITLE fn title: Option<&'d str>, required, dispensable;
        VERSION fn version: Option<&'d str>, required, dispensable;
        DESCRIPTION fn description: Option<&'d str>;
        TERMS_OF_SERVICE: Option<&'d str>;
        CONTACT: Option<Contact<'d>>;
        LICENSE: Option<License<'d>>;
        SUMMARY: Option<&'d str>, since_3_1;
    }
}

object! {
    /// The authors of the document.
    Contact = "Contact Object" {
        NAME: Option<&'d str>;
        URL: Option<&'d str>;
        EMAIL: Option<&'d str>;
    }
}

object! {
    /// The license of the document.
    License = "License Object" {
        NAME: Option<&'d str>, required, dispensable;
        URL: Option<&'d str>;
        IDENTIFIER: Option<&'d str>, since_3_1;
    }
}

object! {
    /// A group of operations.
    Tag = "Tag Object" {
        NAME fn name: Option<&'d str>, required, dispensable;
        SUMMARY: Option<&'d str>, since_3_2;
        DESCRIPTION: Option<&'d str>;
        EXTERNAL_DOCS: Option<ExternalDocs<'d>>;
        PARENT: Option<&'d str>, since_3_2;
        KIND: Option<&'d str>, since_3_2;
    }
}

object! {
    /// A base URL.
    Server = "Server Object" {
        URL fn url: Option<&'d str>, required;
        NAME: Option<&'d str>, since_3_2;
        DESCRIPTION fn description: Option<&'d str>;
        VARIABLES fn variables: Members<'d, ServerVariable<'d>>;
    }
}

object! {
    /// A placeholder of a base URL.
    ServerVariable = "Server Variable Object" {
        DEFAULT fn default_value: Option<&'d str>, required;
        ENUM fn enum_values: Vec<&'d str>;
        DESCRIPTION fn description: Option<&'d str>;
    }
}

object! {
    /// The path items by path.
    Paths = "Paths Object" [
        "a path, which begins with `/`" |key| key.starts_with('/')
        => fn items: Reusable<'d, PathItem<'d>>
    ]
}

object! {
    /// The requests that the server sends because of an operation, by an expression for their URL.
    Callback = "Callback Object" [
        "an expression for a URL" |key| !key.starts_with("x-")
        => fn items: Reusable<'d, PathItem<'d>>
    ] in CALLBACKS
}

object! {
    /// The operations of a path.
    PathItem = "Path Item Object" {
        SUMMARY: Option<&'d str>;
        DESCRIPTION: Option<&'d str>;
        GET: Option<Operation<'d>>;
        PUT: Option<Operation<'d>>;
        POST: Option<Operation<'d>>;
        DELETE: Option<Operation<'d>>;
        OPTIONS: Option<Operation<'d>>;
        HEAD: Option<Operation<'d>>;
        PATCH: Option<Operation<'d>>;
        TRACE: Option<Operation<'d>>;
        QUERY: Option<Operation<'d>>;
        ADDITIONAL_OPERATIONS: Option<Node<'d>>, since_3_2, ignored("its methods are not supported");
        SERVERS fn servers: Vec<Server<'d>>;
        PARAMETERS fn parameters: Vec<Reusable<'d, Parameter<'d>>>;
    } in PATH_ITEMS
}

impl<'d> PathItem<'d> {
    /// The names of the fields that have operations.
    pub(crate) fn methods() -> impl Iterator<Item = &'static str> {
        let is_operation = |kind: Kind| kind.object().is_some_and(|it| it.is(Operation::table()));
        let fields = PathItem::table().fields.iter();
        let fields = fields.filter(move |field| is_operation(field.kind));
        fields.map(|field| field.name)
    }

    /// The operation of a method, whose name is in lower case.
    pub(crate) fn operation(&self, method: &str) -> Option<Operation<'d>> {
        let known = PathItem::methods().find(|known| *known == method)?;
        Member::of(self.get(known))
    }

    /// The operations by method, in document order.
    pub(crate) fn operations(&self) -> Members<'d, Operation<'d>> {
        let members = self.entries().into_iter();
        let known = members.filter(|(key, _)| PathItem::methods().any(|known| known == *key));
        known
            .filter_map(|(key, node)| Some((key, Operation::read(node)?)))
            .collect()
    }
}

object! {
    /// An operation.
    Operation = "Operation Object" {
        TAGS fn tags: Vec<&'d str>;
        SUMMARY: Option<&'d str>;
        DESCRIPTION: Option<&'d str>;
        EXTERNAL_DOCS: Option<ExternalDocs<'d>>;
        OPERATION_ID fn operation_id: Option<&'d str>;
        PARAMETERS fn parameters: Vec<Reusable<'d, Parameter<'d>>>;
        REQUEST_BODY fn request_body: Option<Reusable<'d, RequestBody<'d>>>;
        RESPONSES fn responses: Option<Responses<'d>>, required, dispensable;
        CALLBACKS fn callbacks: Members<'d, Reusable<'d, Callback<'d>>>;
        DEPRECATED fn deprecated: bool;
        SECURITY fn security: Option<Requirements<'d>>;
        SERVERS fn servers: Vec<Server<'d>>;
        MS_PAGEABLE fn ms_pageable: Option<Node<'d>>;
        MS_LONG_RUNNING fn ms_long_running: Option<Node<'d>>;
        MS_LONG_RUNNING_OPTIONS fn ms_long_running_options: Option<Node<'d>>;
        SPEAKEASY_PAGINATION fn speakeasy_pagination: Option<Node<'d>>;
        FERN_PAGINATION fn fern_pagination: Option<Node<'d>>;
    }
}

object! {
    /// A parameter.
    Parameter = "Parameter Object" {
        NAME fn name: Option<&'d str>, required;
        IN fn location: Option<ParameterLocation>, required;
        DESCRIPTION: Option<&'d str>;
        REQUIRED fn required: bool;
        DEPRECATED fn deprecated: bool;
        ALLOW_EMPTY_VALUE: bool, ignored("empty values are always sent");
        STYLE fn style: Option<ParameterStyle>;
        EXPLODE fn explode: Option<bool>;
        ALLOW_RESERVED fn allow_reserved: bool;
        SCHEMA fn schema: Option<Schema<'d>>;
        EXAMPLE fn example: Option<Node<'d>>;
        EXAMPLES: Members<'d, Reusable<'d, Example<'d>>>;
        CONTENT fn content: Option<Content<'d>>;
    } in PARAMETERS
}

object! {
    /// A header of a response or of a part.
    Header = "Header Object" {
        DESCRIPTION: Option<&'d str>;
        REQUIRED fn required: bool;
        DEPRECATED: bool;
        ALLOW_EMPTY_VALUE: bool, ignored("the client reads every encoding");
        STYLE: Option<HeaderStyle>, dispensable;
        EXPLODE: bool;
        ALLOW_RESERVED: bool, ignored("the client reads every encoding");
        SCHEMA fn schema: Option<Schema<'d>>;
        EXAMPLE: Option<Node<'d>>;
        EXAMPLES: Members<'d, Reusable<'d, Example<'d>>>;
        CONTENT fn content: Option<Content<'d>>;
    } in HEADERS
}

object! {
    /// A body that is sent.
    RequestBody = "Request Body Object" {
        DESCRIPTION: Option<&'d str>;
        CONTENT fn content: Option<Bodies<'d>>, required;
        REQUIRED fn required: bool;
    } in REQUEST_BODIES
}

object! {
    /// A map of media types, for a value that is text in a URL or a header.
    Content = "map of media types" [
        "a media type, such as `application/json`" media_type::is_sendable
        => fn media_types: MediaType<'d>
    ]
}

object! {
    /// The same for a body, which can be read and written under any name.
    Bodies = "map of media types" [
        "a media type" |key| !media_type::is_extension(key)
        => fn media_types: MediaType<'d>
    ]
}

object! {
    /// A representation of a value.
    MediaType = "Media Type Object" {
        SCHEMA fn schema: Option<Schema<'d>>;
        ITEM_SCHEMA: Option<Schema<'d>>, since_3_2;
        EXAMPLE: Option<Node<'d>>;
        EXAMPLES: Members<'d, Reusable<'d, Example<'d>>>;
        ENCODING fn encoding: Members<'d, Encoding<'d>>;
    }
}

object! {
    /// How a property is written in a form.
    Encoding = "Encoding Object" {
        CONTENT_TYPE fn content_type: Option<&'d str>;
        HEADERS fn headers: Members<'d, Reusable<'d, Header<'d>>>;
        STYLE fn style: Option<FormStyle>;
        EXPLODE fn explode: Option<bool>;
        ALLOW_RESERVED fn allow_reserved: bool;
    }
}

object! {
    /// The responses by status.
    Responses = "Responses Object" [
        "a status code, `1XX` to `5XX`, or `default`" status::is_key
        => fn responses: Reusable<'d, Response<'d>>
    ]
}

object! {
    /// A response.
    Response = "Response Object" {
        SUMMARY: Option<&'d str>, since_3_2;
        DESCRIPTION: Option<&'d str>, required;
        HEADERS fn headers: Members<'d, Reusable<'d, Header<'d>>>;
        CONTENT fn content: Option<Bodies<'d>>;
        LINKS: Option<Node<'d>>, ignored(LINKS);
    } in RESPONSES
}

object! {
    /// A sample value.
    Example = "Example Object" {
        SUMMARY: Option<&'d str>;
        DESCRIPTION: Option<&'d str>;
        VALUE fn value: Option<Node<'d>>;
        EXTERNAL_VALUE: Option<&'d str>, ignored("external values are not fetched");
    } in EXAMPLES
}

object! {
    /// The objects that are reused.
    Components = "Components Object" {
        SCHEMAS fn schemas: Members<'d, Schema<'d>>;
        RESPONSES: Members<'d, Reusable<'d, Response<'d>>>;
        PARAMETERS: Members<'d, Reusable<'d, Parameter<'d>>>;
        EXAMPLES: Members<'d, Reusable<'d, Example<'d>>>;
        REQUEST_BODIES: Members<'d, Reusable<'d, RequestBody<'d>>>;
        HEADERS: Members<'d, Reusable<'d, Header<'d>>>;
        SECURITY_SCHEMES fn security_schemes: Members<'d, Reusable<'d, SecurityScheme<'d>>>;
        LINKS: Option<Node<'d>>, ignored(LINKS);
        CALLBACKS: Members<'d, Reusable<'d, Callback<'d>>>;
        PATH_ITEMS fn path_items: Members<'d, Reusable<'d, PathItem<'d>>>, since_3_1;
    }
}

object! {
    /// A way to authenticate.
    SecurityScheme = "Security Scheme Object" {
        TYPE fn scheme_type: Option<SchemeType>, required;
        DESCRIPTION fn description: Option<&'d str>;
        NAME fn name: Option<&'d str>;
        IN fn location: Option<KeyLocation>;
        SCHEME fn scheme: Option<&'d str>;
        BEARER_FORMAT: Option<&'d str>;
        FLOWS fn flows: Option<OAuthFlows<'d>>;
        OPEN_ID_CONNECT_URL fn open_id_connect_url: Option<&'d str>;
    } in SECURITY_SCHEMES
}

object! {
    /// The flows of OAuth 2.0 that get a token.
    OAuthFlows = "OAuth Flows Object" {
        IMPLICIT fn implicit: Option<OAuthFlow<'d>>;
        PASSWORD fn password: Option<OAuthFlow<'d>>;
        CLIENT_CREDENTIALS fn client_credentials: Option<OAuthFlow<'d>>;
        AUTHORIZATION_CODE fn authorization_code: Option<OAuthFlow<'d>>;
    }
}

object! {
    /// A flow of OAuth 2.0.
    OAuthFlow = "OAuth Flow Object" {
        AUTHORIZATION_URL: Option<&'d str>;
        TOKEN_URL fn token_url: Option<&'d str>;
        REFRESH_URL fn refresh_url: Option<&'d str>;
        SCOPES: Members<'d, &'d str>, required;
    }
}
