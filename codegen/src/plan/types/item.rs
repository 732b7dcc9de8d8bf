use super::super::docs::Doc;
use super::super::ty::Type;
use super::{Enum, Integer, Struct, Text, Union};
use crate::diagnostic::Pointer;

/// A type with its place in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Declared<'a> {
    /// Its place in the document.
    pub origin: &'a Pointer,
    /// The type.
    pub item: TypeItem<'a>,
}

/// A type of the crate.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeItem<'a> {
    /// An object.
    Struct(Struct<'a>),
    /// One of some values.
    Enum(Enum<'a>),
    /// One of some types.
    Union(Union<'a>),
    /// A string with rules.
    Text(Text<'a>),
    /// An integer with rules.
    Integer(Integer<'a>),
    /// Another name of a type.
    Alias(Doc<'a>, &'a str, Type<'a>),
}

impl<'a> TypeItem<'a> {
    /// The name of the type.
    #[must_use]
    pub fn ident(&self) -> &'a str {
        match self {
            Self::Struct(item) => item.ident,
            Self::Enum(item) => item.ident,
            Self::Union(item) => item.ident,
            Self::Text(item) => item.ident,
            Self::Integer(item) => item.ident,
            Self::Alias(_, ident, _) => ident,
        }
    }
}
