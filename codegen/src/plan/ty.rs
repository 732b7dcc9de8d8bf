//! Types of Rust, as signatures show them.

use super::rich::Rich;
use crate::ir::{Integer, Property, TypeId, TypeRef};

/// A type of Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type<'a> {
    /// `bool`
    Bool,
    /// `i32` and so on.
    Integer(Integer),
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `wire::Decimal`, which may have a value of a library.
    Decimal(Option<&'static Rich>),
    /// `String`
    String,
    /// `wire::Formatted<wire::Format>`
    Formatted(&'static Rich),
    /// `Secret`
    Secret,
    /// `wire::Part`
    Part,
    /// `serde_json::Value`
    Json,
    /// `bytes::Bytes`
    Bytes,
    /// `Body`
    Body,
    /// A type of the API.
    Named(TypeId, &'a str),
    /// `Vec<T>`
    List(Box<Self>),
    /// `(A, B)`
    Tuple(Vec<Self>),
    /// `BTreeMap<String, T>`
    Map(Box<Self>),
    /// `Option<T>`
    Optional(Box<Self>),
    /// `wire::Patch<T>`
    Patch(Box<Self>),
    /// A box around the type.
    Boxed(Box_, Box<Self>),
}

/// The boxes that hold members of types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Box_ {
    /// `Box`
    Std,
    /// `wire::OpaqueBox`
    Opaque,
}

/// A type in the position of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// `T`
    Value(Type<'a>),
    /// `&T`
    Reference(Type<'a>),
    /// `impl AsRef<str>`
    Text,
    /// `impl Into<T>`
    Into(Type<'a>),
    /// `impl Into<Name>`, for an enum of the module itself.
    IntoEnum(&'a str),
    /// `impl wire::IntegerArgument`: an integer of any width, for one of this width.
    Integer(Integer),
    /// `impl IntoIterator<Item: Into<T>>`: a list, and the type of its items.
    Items(Type<'a>, Type<'a>),
    /// `impl IntoIterator<Item: wire::Entry<T>>`: a map, and the type of its values.
    Entries(Type<'a>, Type<'a>),
}

impl<'a> Type<'a> {
    /// The types of the API that the type mentions.
    pub fn named(&self, visit: &mut impl FnMut(TypeId, &'a str)) {
        match self {
            Self::Named(id, name) => visit(*id, name),
            other => other.parts().iter().for_each(|part| part.named(visit)),
        }
    }

    /// Whether the type mentions a map.
    #[must_use]
    pub fn has_map(&self) -> bool {
        matches!(self, Self::Map(_)) || self.parts().iter().any(Self::has_map)
    }

    /// The type without a box around it.
    pub(super) fn unboxed(&self) -> &Self {
        match self {
            Self::Boxed(_, part) => part,
            other => other,
        }
    }

    /// Whether it contains the type of the API with this name.
    pub(super) fn mentions(&self, ident: &str) -> bool {
        matches!(self, Self::Named(_, name) if *name == ident)
            || self.parts().iter().any(|part| part.mentions(ident))
    }

    pub(super) fn parts(&self) -> &[Self] {
        match self {
            Self::List(part)
            | Self::Map(part)
            | Self::Optional(part)
            | Self::Patch(part)
            | Self::Boxed(_, part) => std::slice::from_ref(part),
            Self::Tuple(parts) => parts,
            _ => &[],
        }
    }
}

impl<'a> Argument<'a> {
    /// The type, if it is not one of the module itself.
    pub(super) fn each(&self, visit: &mut impl FnMut(&Type<'a>)) {
        match self {
            Self::Value(ty) | Self::Reference(ty) | Self::Into(ty) => visit(ty),
            Self::Items(whole, part) | Self::Entries(whole, part) => {
                [whole, part].into_iter().for_each(visit);
            }
            Self::Text | Self::Integer(_) | Self::IntoEnum(_) => {}
        }
    }
}

/// How a field represents that its value may be missing or `null`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    /// Always a value.
    Required,
    /// Always a value or `null`.
    Nullable,
    /// May be missing.
    Optional,
    /// May be missing or `null`, which differ in a request.
    Patch,
}

impl Presence {
    pub(super) fn of(property: &Property, in_request: bool) -> Self {
        let nullable = matches!(property.ty, TypeRef::Nullable(_));
        match (property.required, nullable) {
            (true, false) => Self::Required,
            (true, true) => Self::Nullable,
            (false, true) if in_request => Self::Patch,
            (false, _) => Self::Optional,
        }
    }

    /// Whether `new` takes the value.
    pub(super) fn is_argument(self) -> bool {
        matches!(self, Self::Required | Self::Nullable)
    }
}
