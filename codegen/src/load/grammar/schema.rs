//! The Schema Object and what belongs to it.

use std::ops::Deref;

use super::external_docs::ExternalDocs;
use super::keyword;
use super::kind::{Field, Kind, Object};
use super::view::{Member, Members, Read, View, object, view};
use super::words::JsonType;
use crate::load::Node;
use serde_yaml::Number;

object! {
    /// A schema. `$ref` is one of its keywords, so that a place that has a schema need not tell whether it is a reference.
    Schema as Reusable = "Schema Object" {
        TITLE: Option<&'d str>;
        DESCRIPTION: Option<&'d str>;
        TYPE fn json_type: Option<JsonType>;
        FORMAT: Option<&'d str>;
        NULLABLE: bool;
        ENUM fn enum_values: Vec<Node<'d>>;
        DEFAULT: Option<Node<'d>>;
        EXAMPLE: Option<Node<'d>>;
        DEPRECATED: bool;
        READ_ONLY fn read_only: bool;
        WRITE_ONLY fn write_only: bool;
        PROPERTIES: Members<'d, Schema<'d>>;
        REQUIRED: Vec<&'d str>;
        ADDITIONAL_PROPERTIES: Option<SchemaOrBool<'d>>;
        ITEMS: Option<Schema<'d>>;
        PREFIX_ITEMS: Vec<Schema<'d>>, since_3_1;
        ALL_OF fn all_of: Vec<Schema<'d>>;
        ONE_OF fn one_of: Vec<Schema<'d>>;
        ANY_OF fn any_of: Vec<Schema<'d>>;
        NOT: Option<Schema<'d>>, ignored("types cannot express it");
        DISCRIMINATOR fn discriminator: Option<Discriminator<'d>>;
        PATTERN fn pattern: Option<&'d str>;
        MIN_LENGTH: Option<u64>;
        MAX_LENGTH: Option<u64>;
        MINIMUM: Option<&'d Number>;
        MAXIMUM: Option<&'d Number>;
        EXCLUSIVE_MINIMUM: bool;
        EXCLUSIVE_MAXIMUM: bool;
        MULTIPLE_OF: Option<&'d Number>;
        MIN_ITEMS: Option<u64>;
        MAX_ITEMS: Option<u64>;
        UNIQUE_ITEMS: bool;
        MIN_PROPERTIES: Option<u64>;
        MAX_PROPERTIES: Option<u64>;
        EXTERNAL_DOCS: Option<ExternalDocs<'d>>;
        DEFS: Members<'d, Schema<'d>>, since_3_1;
        XML: Option<Node<'d>>, ignored("XML bodies are not typed");
    } in SCHEMAS
}

/// A schema, or `true` or `false`.
#[derive(Clone, Debug)]
pub(crate) struct SchemaOrBool<'d>(Node<'d>);

impl<'d> Deref for SchemaOrBool<'d> {
    type Target = Node<'d>;

    fn deref(&self) -> &Node<'d> {
        &self.0
    }
}

impl<'d> Read<'d> for SchemaOrBool<'d> {
    const KIND: Kind = Kind::ReusableOrBool(Schema::table);

    fn read(node: Node<'d>) -> Option<Self> {
        Some(Self(node))
    }
}

object! {
    /// How the value of a property tells which alternative an object is.
    Discriminator = "Discriminator Object" {
        PROPERTY_NAME: Option<&'d str>, required;
        MAPPING fn mapping: Members<'d, &'d str>;
    }
}
