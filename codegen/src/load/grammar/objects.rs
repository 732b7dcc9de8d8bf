//! Everything but schemas.

use super::external_docs::EXTERNAL_DOCS;
use super::{Kind, Object, SCHEMA, field, object};
use crate::load::{media_type, rules};

/// Reused schemas, parameters, ...: a map of the object or a reference to one.
macro_rules! reusable {
    ($object:expr) => {
        Kind::Map(&Kind::Reusable(&$object))
    };
}

const SERVER_CALLS: &str = "the server sends these requests";

pub(crate) static OPENAPI: Object = object(
    "OpenAPI Object",
    &[
        field("openapi", Kind::Text).required(),
        field("info", Kind::Object(&INFO)).required(),
        field("servers", Kind::List(&Kind::Object(&SERVER))),
        field("paths", Kind::Object(&PATHS)).required(),
        field("components", Kind::Object(&COMPONENTS)),
        field("security", Kind::List(&Kind::Map(&Kind::List(&Kind::Text)))),
        field("tags", Kind::List(&Kind::Object(&TAG))),
        field("externalDocs", Kind::Object(&EXTERNAL_DOCS)),
        field("webhooks", reusable!(PATH_ITEM))
            .since_3_1()
            .ignored(SERVER_CALLS),
        field("jsonSchemaDialect", Kind::Text).since_3_1(),
    ],
)
.rule(rules::tags);

static INFO: Object = object(
    "Info Object",
    &[
        field("title", Kind::Text).required(),
        field("version", Kind::Text).required(),
        field("description", Kind::Text),
        field("termsOfService", Kind::Text),
        field("contact", Kind::Object(&CONTACT)),
        field("license", Kind::Object(&LICENSE)),
        field("summary", Kind::Text).since_3_1(),
    ],
);

static CONTACT: Object = object(
    "Contact Object",
    &[
        field("name", Kind::Text),
        field("url", Kind::Text),
        field("email", Kind::Text),
    ],
);

static LICENSE: Object = object(
    "License Object",
    &[
        field("name", Kind::Text).required().dispensable(),
        field("url", Kind::Text),
        field("identifier", Kind::Text).since_3_1(),
    ],
);

static TAG: Object = object(
    "Tag Object",
    &[
        field("name", Kind::Text).required().dispensable(),
        field("description", Kind::Text),
        field("externalDocs", Kind::Object(&EXTERNAL_DOCS)),
    ],
);

static SERVER: Object = object(
    "Server Object",
    &[
        field("url", Kind::Text).required(),
        field("description", Kind::Text),
        field("variables", Kind::Map(&Kind::Object(&SERVER_VARIABLE))),
    ],
)
.rule(rules::server);

/// The server of a path or an operation: a client can do without it.
static OWN_SERVER: Object = object(
    "Server Object",
    &[
        field("url", Kind::Text).required(),
        field("description", Kind::Text),
        field("variables", Kind::Map(&Kind::Object(&SERVER_VARIABLE))),
    ],
);

static SERVER_VARIABLE: Object = object(
    "Server Variable Object",
    &[
        field("default", Kind::Text).required(),
        field("enum", Kind::List(&Kind::Text)),
        field("description", Kind::Text),
    ],
)
.rule(rules::server_variable);

static PATHS: Object = object("Paths Object", &[]).keys(
    "a path, which begins with `/`",
    |key| key.starts_with('/'),
    &Kind::Reusable(&PATH_ITEM),
);

pub(crate) static PATH_ITEM: Object = object(
    "Path Item Object",
    &[
        field("summary", Kind::Text),
        field("description", Kind::Text),
        field("get", Kind::Object(&OPERATION)),
        field("put", Kind::Object(&OPERATION)),
        field("post", Kind::Object(&OPERATION)),
        field("delete", Kind::Object(&OPERATION)),
        field("options", Kind::Object(&OPERATION)),
        field("head", Kind::Object(&OPERATION)),
        field("patch", Kind::Object(&OPERATION)),
        field("trace", Kind::Object(&OPERATION)),
        field("servers", Kind::List(&Kind::Object(&OWN_SERVER))),
        field("parameters", Kind::List(&Kind::Reusable(&PARAMETER))),
    ],
)
.reused_in("pathItems");

static OPERATION: Object = object(
    "Operation Object",
    &[
        field("tags", Kind::List(&Kind::Text)),
        field("summary", Kind::Text),
        field("description", Kind::Text),
        field("externalDocs", Kind::Object(&EXTERNAL_DOCS)),
        field("operationId", Kind::Text),
        field("parameters", Kind::List(&Kind::Reusable(&PARAMETER))),
        field("requestBody", Kind::Reusable(&REQUEST_BODY)),
        field("responses", Kind::Object(&RESPONSES)).required(),
        field("callbacks", Kind::Any).ignored(SERVER_CALLS),
        field("deprecated", Kind::Bool),
        field("security", Kind::List(&Kind::Map(&Kind::List(&Kind::Text)))),
        field("servers", Kind::List(&Kind::Object(&OWN_SERVER))),
    ],
);

pub(crate) static PARAMETER: Object = object(
    "Parameter Object",
    &[
        field("name", Kind::Text).required(),
        field("in", Kind::Words(&["path", "query", "header", "cookie"])).required(),
        field("description", Kind::Text),
        field("required", Kind::Bool),
        field("deprecated", Kind::Bool),
        field("allowEmptyValue", Kind::Bool).ignored("empty values are always sent"),
        field(
            "style",
            Kind::Words(&[
                "matrix",
                "label",
                "form",
                "simple",
                "spaceDelimited",
                "pipeDelimited",
                "deepObject",
            ]),
        ),
        field("explode", Kind::Bool),
        field("allowReserved", Kind::Bool),
        field("schema", Kind::Reusable(&SCHEMA)),
        field("example", Kind::Any),
        field("examples", reusable!(EXAMPLE)),
        field("content", Kind::Object(&CONTENT)),
    ],
)
.reused_in("parameters")
.rule(rules::parameter);

pub(crate) static HEADER: Object = object(
    "Header Object",
    &[
        field("description", Kind::Text),
        field("required", Kind::Bool),
        field("deprecated", Kind::Bool),
        field("allowEmptyValue", Kind::Bool).ignored("the client reads every encoding"),
        field("style", Kind::Words(&["simple"])).dispensable(),
        field("explode", Kind::Bool),
        field("allowReserved", Kind::Bool).ignored("the client reads every encoding"),
        field("schema", Kind::Reusable(&SCHEMA)),
        field("example", Kind::Any),
        field("examples", reusable!(EXAMPLE)),
        field("content", Kind::Object(&CONTENT)),
    ],
)
.reused_in("headers")
.rule(rules::schema_or_content);

pub(crate) static REQUEST_BODY: Object = object(
    "Request Body Object",
    &[
        field("description", Kind::Text),
        field("content", Kind::Object(&BODIES)).required(),
        field("required", Kind::Bool),
    ],
)
.reused_in("requestBodies");

/// What the specification calls a map of media types, for a value that is text in a URL or a header.
static CONTENT: Object = object("map of media types", &[]).keys(
    "a media type, such as `application/json`",
    media_type::is_sendable,
    &Kind::Object(&MEDIA_TYPE),
);

/// The same for a body, which can be read and written under any name.
static BODIES: Object = object("map of media types", &[])
    .keys(
        "a media type",
        |key| !media_type::is_extension(key),
        &Kind::Object(&MEDIA_TYPE),
    )
    .rule(rules::media_types);

static MEDIA_TYPE: Object = object(
    "Media Type Object",
    &[
        field("schema", Kind::Reusable(&SCHEMA)),
        field("example", Kind::Any),
        field("examples", reusable!(EXAMPLE)),
        field("encoding", Kind::Map(&Kind::Object(&ENCODING))),
    ],
);

static ENCODING: Object = object(
    "Encoding Object",
    &[
        field("contentType", Kind::Text),
        field("headers", reusable!(HEADER)),
        field(
            "style",
            Kind::Words(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
        ),
        field("explode", Kind::Bool),
        field("allowReserved", Kind::Bool),
    ],
);

static RESPONSES: Object = object(
    "Responses Object",
    &[field("default", Kind::Reusable(&RESPONSE))],
)
.keys(
    "a status code, `1XX` to `5XX`, or `default`",
    rules::is_status,
    &Kind::Reusable(&RESPONSE),
)
.rule(rules::responses);

pub(crate) static RESPONSE: Object = object(
    "Response Object",
    &[
        field("description", Kind::Text).required(),
        field("headers", reusable!(HEADER)),
        field("content", Kind::Object(&BODIES)),
        field("links", Kind::Any).ignored("links between operations are not followed"),
    ],
)
.reused_in("responses")
.rule(rules::headers);

pub(crate) static EXAMPLE: Object = object(
    "Example Object",
    &[
        field("summary", Kind::Text),
        field("description", Kind::Text),
        field("value", Kind::Any),
        field("externalValue", Kind::Text).ignored("external values are not fetched"),
    ],
)
.reused_in("examples");

static COMPONENTS: Object = object(
    "Components Object",
    &[
        field("schemas", reusable!(SCHEMA)),
        field("responses", reusable!(RESPONSE)),
        field("parameters", reusable!(PARAMETER)),
        field("examples", reusable!(EXAMPLE)),
        field("requestBodies", reusable!(REQUEST_BODY)),
        field("headers", reusable!(HEADER)),
        field("securitySchemes", reusable!(SECURITY_SCHEME)),
        field("links", Kind::Any).ignored("links between operations are not followed"),
        field("callbacks", Kind::Any).ignored(SERVER_CALLS),
        field("pathItems", reusable!(PATH_ITEM)).since_3_1(),
    ],
)
.rule(rules::component_keys);

pub(crate) static SECURITY_SCHEME: Object = object(
    "Security Scheme Object",
    &[
        field(
            "type",
            Kind::Words(&["apiKey", "http", "oauth2", "openIdConnect"]),
        )
        .required(),
        field("description", Kind::Text),
        field("name", Kind::Text),
        field("in", Kind::Words(&["query", "header", "cookie"])),
        field("scheme", Kind::Text),
        field("bearerFormat", Kind::Text),
        field("flows", Kind::Object(&OAUTH_FLOWS)),
        field("openIdConnectUrl", Kind::Text),
    ],
)
.reused_in("securitySchemes")
.rule(rules::security_scheme);

static OAUTH_FLOWS: Object = object(
    "OAuth Flows Object",
    &[
        field("implicit", Kind::Object(&OAUTH_FLOW)),
        field("password", Kind::Object(&OAUTH_FLOW)),
        field("clientCredentials", Kind::Object(&OAUTH_FLOW)),
        field("authorizationCode", Kind::Object(&OAUTH_FLOW)),
    ],
)
.rule(rules::oauth_flows);

static OAUTH_FLOW: Object = object(
    "OAuth Flow Object",
    &[
        field("authorizationUrl", Kind::Text),
        field("tokenUrl", Kind::Text),
        field("refreshUrl", Kind::Text),
        field("scopes", Kind::Map(&Kind::Text)).required(),
    ],
);
