//! Uses of types, and literals, as JSON.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use crate::ir::{Integer, Literal, Number, Primitive, StringFormat, TypeRef};
use crate::plan::model::Model;

/// The use of a type: `"int32"`, `"#Pet"`, `{"list": "string"}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference<'a> {
    /// A type without a name of its own.
    Plain(&'static str),
    /// A named type.
    Named(&'a str),
    /// An array.
    List(Box<Self>),
    /// An array with a type for each position.
    Tuple(Vec<Self>),
    /// An object whose keys are data.
    Map(Box<Self>),
    /// `null`, or the type.
    Nullable(Box<Self>),
}

impl<'a> Reference<'a> {
    pub(super) fn of(model: &Model<'a>, ty: &TypeRef) -> Self {
        let inner = |ty: &TypeRef| Box::new(Self::of(model, ty));
        match ty {
            TypeRef::Primitive(primitive) => Self::Plain(plain(*primitive)),
            TypeRef::Named(id) => Self::Named(model.get(*id).ident()),
            TypeRef::List(item) => Self::List(inner(item)),
            TypeRef::Tuple(items) => {
                Self::Tuple(items.iter().map(|it| Self::of(model, it)).collect())
            }
            TypeRef::Map(value) => Self::Map(inner(value)),
            TypeRef::Nullable(value) => Self::Nullable(inner(value)),
            TypeRef::Any => Self::Plain("any"),
        }
    }
}

impl Serialize for Reference<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(name) => serializer.serialize_str(name),
            Self::Named(name) => serializer.serialize_str(&format!("#{name}")),
            Self::List(item) => one(serializer, "list", item),
            Self::Tuple(items) => one(serializer, "tuple", items),
            Self::Map(value) => one(serializer, "map", value),
            Self::Nullable(value) => one(serializer, "nullable", value),
        }
    }
}

fn one<S: Serializer>(serializer: S, key: &str, value: &impl Serialize) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(key, value)?;
    map.end()
}

/// The name of a type without a name of its own: its format, or its JSON type.
pub(super) fn plain(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Bool => "boolean",
        Primitive::Integer(width) => integer(width),
        Primitive::Number(Number::F32 | Number::F64) => "number",
        Primitive::Number(Number::Decimal) => "decimal",
        Primitive::String(format) => text(format),
        Primitive::File => "file",
    }
}

pub(super) fn integer(width: Integer) -> &'static str {
    match width {
        Integer::I8 => "int8",
        Integer::I16 => "int16",
        Integer::I32 => "int32",
        Integer::I64 => "int64",
        Integer::U8 => "uint8",
        Integer::U16 => "uint16",
        Integer::U32 => "uint32",
        Integer::U64 => "uint64",
    }
}

pub(super) fn text(format: StringFormat) -> &'static str {
    match format {
        StringFormat::Plain => "string",
        StringFormat::DateTime => "date-time",
        StringFormat::Date => "date",
        StringFormat::Time => "time",
        StringFormat::Duration => "duration",
        StringFormat::Uuid => "uuid",
        StringFormat::Ip => "ip",
        StringFormat::Ipv4 => "ipv4",
        StringFormat::Ipv6 => "ipv6",
        StringFormat::Decimal => "decimal",
        StringFormat::Uri => "uri",
        StringFormat::Byte => "byte",
        StringFormat::Base64Url => "base64url",
        StringFormat::Binary => "binary",
        StringFormat::Password => "password",
    }
}

/// A literal of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Json(pub Value);

impl Json {
    /// A number, or text if a program cannot read it as one.
    pub(super) fn integer(value: i128) -> Self {
        Self(match (i64::try_from(value), u64::try_from(value)) {
            (Ok(value), _) => Value::from(value),
            (_, Ok(value)) => Value::from(value),
            _ => Value::from(value.to_string()),
        })
    }

    pub(super) fn of(literal: &Literal) -> Self {
        Self(match literal {
            Literal::Null => Value::Null,
            Literal::Bool(value) => Value::from(*value),
            Literal::Integer(value) => return Self::integer(*value),
            Literal::Number(value) => Value::from(*value),
            Literal::String(text) => Value::from(text.as_str()),
            Literal::Json(text) => {
                serde_json::from_str(text).unwrap_or_else(|_| Value::from(text.as_str()))
            }
        })
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
