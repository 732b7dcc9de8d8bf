//! Values as expressions of Rust.

use std::borrow::Cow;

use crate::ir::Integer;

/// An expression that builds a value. Types are named below `types`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `true`
    Bool(bool),
    /// `1`
    Integer(i128),
    /// `1.5`
    Float(f64),
    /// `"text"`
    Text(Cow<'a, str>),
    /// `vec![..]`
    List(Vec<Self>),
    /// `[..]`
    Array(Vec<Self>),
    /// `Vec::<types::T>::new()`
    EmptyList(&'a str),
    /// `(a, b)`
    Tuple(Vec<Self>),
    /// `std::collections::BTreeMap::new()`
    EmptyMap,
    /// `None`
    Null,
    /// `serde_json::json!({})`
    EmptyObject,
    /// A value of the type of this name.
    Type(&'a str, Construct<'a>),
    /// `api::T::V(..)`: the variant of a body that has several media types.
    Alternative(&'a str, &'a str, Box<Self>),
    /// `value.into()`
    Into(Box<Self>),
    /// `value.to_owned()`
    ToOwned(Box<Self>),
    /// `Box::new(value)`
    Boxed(Box<Self>),
    /// `&value`
    Reference(Box<Self>),
    /// A local variable.
    Local(&'a str),
    /// The next word of the command line, which this local reads, for the parameter of this name.
    Word(&'a str, &'a str),
    /// `std::env::var("NAME")?`
    Variable(String),
    /// `text.parse()?`
    Parsed(Box<Self>),
    /// `text.parse::<i64>()?`, with the type of the integer.
    ParsedInteger(Integer, Box<Self>),
}

/// How a value of a type is built.
#[derive(Clone, Debug, PartialEq)]
pub enum Construct<'a> {
    /// `types::T::new(..)`
    New(Vec<Value<'a>>),
    /// `types::T::new(types::R { .. })`, where `R` is the struct of the required values
    NewNamed(&'a str, Vec<FieldValue<'a>>),
    /// `types::T::default()`
    Default,
    /// `types::T::V(..)`, or `types::T::V`
    Variant(&'a str, Option<Box<Value<'a>>>),
    /// `types::T::from_static(..)`
    Static(Box<Value<'a>>),
    /// `types::T::new_unchecked("...")`
    Unchecked,
    /// `types::T::from(value)`
    From(Box<Value<'a>>),
}

/// A field in the literal of a struct.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue<'a> {
    /// `name: value`
    Value(&'a str, Value<'a>),
    /// `name`, which is a local
    Local(&'a str),
}

impl<'a> FieldValue<'a> {
    pub(super) fn of((name, value): (&'a str, Value<'a>)) -> Self {
        match value {
            Value::Local(local) if local == name => Self::Local(name),
            value => Self::Value(name, value),
        }
    }

    pub(super) fn value(&self) -> Option<&Value<'a>> {
        match self {
            Self::Value(_, value) => Some(value),
            Self::Local(_) => None,
        }
    }
}

impl Value<'_> {
    /// Whether the expression names a type below `types`.
    #[must_use]
    pub fn names_types(&self) -> bool {
        match self {
            Self::Type(..) | Self::EmptyList(_) => true,
            Self::List(values) | Self::Array(values) | Self::Tuple(values) => {
                values.iter().any(Self::names_types)
            }
            Self::Alternative(_, _, value)
            | Self::Into(value)
            | Self::ToOwned(value)
            | Self::Boxed(value)
            | Self::Reference(value)
            | Self::Parsed(value)
            | Self::ParsedInteger(_, value) => value.names_types(),
            Self::Bool(_)
            | Self::Integer(_)
            | Self::Float(_)
            | Self::Text(_)
            | Self::EmptyMap
            | Self::Null
            | Self::EmptyObject
            | Self::Local(_)
            | Self::Word(..)
            | Self::Variable(_) => false,
        }
    }
}
