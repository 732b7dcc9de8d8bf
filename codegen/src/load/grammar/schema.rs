//! The Schema Object and what belongs to it.

use super::external_docs::ExternalDocs;
use super::keyword;
use super::kind::{Field, Kind, Object};
use super::view::{Located, Member, Members, Read, View, object, view};
use super::words::JsonType;
use crate::load::Node;
use serde_yaml::Number;

object! {
    /// A schema. `$ref` is one of its keywords, so that a place that has a schema need not tell whether it is a reference.
    Schema as Reusable = "Schema Object" {
        TITLE fn title: Option<&'d str>;
        DESCRIPTION: Option<&'d str>;
        TYPE fn json_type: Option<JsonType>;
        FORMAT fn format: Option<&'d str>;
        NULLABLE fn nullable: bool;
        ENUM fn enum_values: Vec<Node<'d>>;
        DEFAULT fn default_value: Option<Node<'d>>;
        EXAMPLE fn example: Option<Node<'d>>;
        DEPRECATED fn deprecated: bool;
        READ_ONLY fn read_only: bool;
        WRITE_ONLY fn write_only: bool;
        PROPERTIES fn properties: Members<'d, Schema<'d>>;
        REQUIRED fn required: Vec<&'d str>;
        ADDITIONAL_PROPERTIES fn additional_properties: Option<SchemaOrBool<'d>>;
        ITEMS fn item_schema: Option<Schema<'d>>;
        PREFIX_ITEMS fn prefix_items: Vec<Schema<'d>>, since_3_1;
        ALL_OF fn all_of: Vec<Schema<'d>>;
        ONE_OF fn one_of: Vec<Schema<'d>>;
        ANY_OF fn any_of: Vec<Schema<'d>>;
        NOT: Option<Schema<'d>>, ignored("types cannot express it");
        DISCRIMINATOR fn discriminator: Option<Discriminator<'d>>;
        PATTERN fn pattern: Option<&'d str>;
        MIN_LENGTH fn min_length: Option<u64>;
        MAX_LENGTH fn max_length: Option<u64>;
        MINIMUM fn minimum: Option<&'d Number>;
        MAXIMUM fn maximum: Option<&'d Number>;
        EXCLUSIVE_MINIMUM fn exclusive_minimum: bool;
        EXCLUSIVE_MAXIMUM fn exclusive_maximum: bool;
        MULTIPLE_OF fn multiple_of: Option<&'d Number>;
        MIN_ITEMS fn min_items: Option<u64>;
        MAX_ITEMS fn max_items: Option<u64>;
        UNIQUE_ITEMS fn unique_items: bool;
        MIN_PROPERTIES fn min_properties: Option<u64>;
        MAX_PROPERTIES fn max_properties: Option<u64>;
        EXTERNAL_DOCS: Option<ExternalDocs<'d>>;
        DEFS: Members<'d, Schema<'d>>, since_3_1;
        XML fn xml: Option<Node<'d>>;
    } in SCHEMAS
}

impl Schema<'_> {
    /// The schemas of `allOf`, `oneOf` or `anyOf`.
    pub(crate) fn members_of(&self, keyword: &str) -> Vec<Self> {
        match keyword {
            keyword::ALL_OF => self.all_of(),
            keyword::ONE_OF => self.one_of(),
            keyword::ANY_OF => self.any_of(),
            _ => Vec::new(),
        }
    }
}

/// A schema, or `true` or `false`.
#[derive(Clone, Debug)]
pub(crate) enum SchemaOrBool<'d> {
    Bool(bool),
    Schema(Schema<'d>),
}

impl<'d> Read<'d> for SchemaOrBool<'d> {
    const KIND: Kind = Kind::ReusableOrBool(Schema::table);

    fn read(node: Node<'d>) -> Option<Self> {
        let bool = node.value.as_bool().map(Self::Bool);
        bool.or_else(|| Schema::read(node).map(Self::Schema))
    }
}

object! {
    /// How the value of a property tells which alternative an object is.
    Discriminator = "Discriminator Object" {
        PROPERTY_NAME fn property_name: Option<&'d str>, required;
        MAPPING fn mapping: Members<'d, Located<&'d str>>;
    }
}
