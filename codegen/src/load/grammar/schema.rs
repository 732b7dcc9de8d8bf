//! The Schema Object and what belongs to it.
//!
//! A line of the table is a keyword: how OpenAPI spells it, what its value may be, and how the later stages read it. So
//! each keyword is spelled once.

use super::external_docs::EXTERNAL_DOCS;
use super::{Kind, Object, field, object};
use crate::load::node::Node;
use crate::load::rules;

/// The kind of a keyword that is read in one way.
macro_rules! kind {
    (text) => {
        Kind::Text
    };
    (flag) => {
        Kind::Bool
    };
    (count) => {
        Kind::Count
    };
    (schema) => {
        Kind::Reusable(&SCHEMA)
    };
    (schemas) => {
        Kind::List(&Kind::Reusable(&SCHEMA))
    };
    (schemas_by_key) => {
        Kind::Map(&Kind::Reusable(&SCHEMA))
    };
    ($view:ident $kind:expr) => {
        $kind
    };
}

/// The method that reads a keyword.
macro_rules! view {
    ($method:ident $key:literal text) => {
        #[doc = concat!("`", $key, "`")]
        pub(crate) fn $method(&self) -> Option<&'d str> {
            self.str($key)
        }
    };
    ($method:ident $key:literal flag) => {
        #[doc = concat!("`", $key, "`; absent is `false`")]
        pub(crate) fn $method(&self) -> bool {
            self.flag($key)
        }
    };
    ($method:ident $key:literal count) => {
        #[doc = concat!("`", $key, "`")]
        pub(crate) fn $method(&self) -> Option<u64> {
            self.u64($key)
        }
    };
    ($method:ident $key:literal schemas) => {
        view!($method $key list);
    };
    ($method:ident $key:literal list) => {
        #[doc = concat!("The items of `", $key, "`")]
        pub(crate) fn $method(&self) -> Vec<Node<'d>> {
            self.list($key)
        }
    };
    ($method:ident $key:literal schemas_by_key) => {
        #[doc = concat!("The members of `", $key, "`")]
        pub(crate) fn $method(&self) -> Vec<(&'d str, Node<'d>)> {
            self.members($key)
        }
    };
    ($method:ident $key:literal $view:ident) => {
        #[doc = concat!("`", $key, "`")]
        pub(crate) fn $method(&self) -> Option<Node<'d>> {
            self.get($key)
        }
    };
}

/// Declares the table, the names of the keywords, and the methods that read them.
macro_rules! keywords {
    ($(
        $key:literal $([$name:ident])? $(fn $method:ident)?: $view:ident $(= $kind:expr)?
        $(, $modifier:ident($($argument:expr)?))?;
    )+) => {
        pub(crate) static SCHEMA: Object = object(
            "Schema Object",
            &[$(field($key, kind!($view $($kind)?)) $(.$modifier($($argument)?))?),+],
        )
        .reused_in("schemas")
        .rule(rules::schema);

        /// The names of the keywords.
        pub(crate) mod keyword {
            $($(pub(crate) const $name: &str = $key;)?)+
        }

        /// The keywords of a schema.
        impl<'d> Node<'d> {
            $($(view!($method $key $view);)?)+
        }
    };
}

const TYPES: &[&str] = &["array", "boolean", "integer", "number", "object", "string"];

keywords! {
    "title" fn title: text;
    "description": text;
    "type" [TYPE]: value = Kind::Words(TYPES);
    "format" [FORMAT] fn format: text;
    "nullable" [NULLABLE] fn nullable: flag;
    "enum" [ENUM] fn enum_values: list = Kind::List(&Kind::Any);
    "default" [DEFAULT] fn default_value: value = Kind::Any;
    "example": value = Kind::Any;
    "deprecated": flag;
    "readOnly" [READ_ONLY]: flag;
    "writeOnly" [WRITE_ONLY]: flag;
    "properties" [PROPERTIES] fn properties: schemas_by_key;
    "required" [REQUIRED]: list = Kind::List(&Kind::Text);
    "additionalProperties" [ADDITIONAL_PROPERTIES] fn additional_properties: value = Kind::SchemaOrBool;
    "items" [ITEMS] fn item_schema: schema;
    "prefixItems" [PREFIX_ITEMS] fn prefix_items: schemas, since_3_1();
    "allOf" [ALL_OF] fn all_of: schemas;
    "oneOf" [ONE_OF]: schemas;
    "anyOf" [ANY_OF]: schemas;
    "not": schema, ignored("types cannot express it");
    "discriminator" [DISCRIMINATOR] fn discriminator: value = Kind::Object(&DISCRIMINATOR);
    "pattern" [PATTERN] fn pattern: text;
    "minLength" [MIN_LENGTH] fn min_length: count;
    "maxLength" [MAX_LENGTH] fn max_length: count;
    "minimum" [MINIMUM]: value = Kind::Number;
    "maximum" [MAXIMUM]: value = Kind::Number;
    "exclusiveMinimum" [EXCLUSIVE_MINIMUM]: flag;
    "exclusiveMaximum" [EXCLUSIVE_MAXIMUM]: flag;
    "multipleOf" [MULTIPLE_OF] fn multiple_of: value = Kind::Number;
    "minItems" [MIN_ITEMS]: count;
    "maxItems" [MAX_ITEMS]: count;
    "uniqueItems" fn unique_items: flag;
    "minProperties" [MIN_PROPERTIES]: count;
    "maxProperties" [MAX_PROPERTIES]: count;
    "externalDocs": value = Kind::Object(&EXTERNAL_DOCS);
    "$defs": schemas_by_key, since_3_1();
    "xml": value = Kind::Any, ignored("XML bodies are not typed");
}

static DISCRIMINATOR: Object = object(
    "Discriminator Object",
    &[
        field("propertyName", Kind::Text).required(),
        field("mapping", Kind::Map(&Kind::Text)),
    ],
);
