//! The Schema Object and what belongs to it.

use super::external_docs::EXTERNAL_DOCS;
use super::{Kind, Object, field, object};
use crate::load::rules;

pub(crate) static SCHEMA: Object = object(
    "Schema Object",
    &[
        field("title", Kind::Text),
        field("description", Kind::Text),
        field(
            "type",
            Kind::Words(&["array", "boolean", "integer", "number", "object", "string"]),
        ),
        field("format", Kind::Text),
        field("nullable", Kind::Bool),
        field("enum", Kind::List(&Kind::Any)),
        field("default", Kind::Any),
        field("example", Kind::Any),
        field("deprecated", Kind::Bool),
        field("readOnly", Kind::Bool),
        field("writeOnly", Kind::Bool),
        field("properties", Kind::Map(&Kind::Reusable(&SCHEMA))),
        field("required", Kind::List(&Kind::Text)),
        field("additionalProperties", Kind::SchemaOrBool),
        field("items", Kind::Reusable(&SCHEMA)),
        field("prefixItems", Kind::List(&Kind::Reusable(&SCHEMA))).since_3_1(),
        field("allOf", Kind::List(&Kind::Reusable(&SCHEMA))),
        field("oneOf", Kind::List(&Kind::Reusable(&SCHEMA))),
        field("anyOf", Kind::List(&Kind::Reusable(&SCHEMA))),
        field("not", Kind::Reusable(&SCHEMA)).ignored("types cannot express it"),
        field("discriminator", Kind::Object(&DISCRIMINATOR)),
        field("pattern", Kind::Text),
        field("minLength", Kind::Count),
        field("maxLength", Kind::Count),
        field("minimum", Kind::Number),
        field("maximum", Kind::Number),
        field("exclusiveMinimum", Kind::Bool),
        field("exclusiveMaximum", Kind::Bool),
        field("multipleOf", Kind::Number),
        field("minItems", Kind::Count),
        field("maxItems", Kind::Count),
        field("uniqueItems", Kind::Bool),
        field("minProperties", Kind::Count),
        field("maxProperties", Kind::Count),
        field("externalDocs", Kind::Object(&EXTERNAL_DOCS)),
        field("$defs", Kind::Map(&Kind::Reusable(&SCHEMA))).since_3_1(),
        field("xml", Kind::Any).ignored("XML bodies are not typed"),
    ],
)
.reused_in("schemas")
.rule(rules::schema);

static DISCRIMINATOR: Object = object(
    "Discriminator Object",
    &[
        field("propertyName", Kind::Text).required(),
        field("mapping", Kind::Map(&Kind::Text)),
    ],
);
