//! How types of the document are represented in Rust.

use super::model::{Model, NamedType};
use super::rich;
use super::ty::{Argument, Box_, Type};
use crate::analyze::Holding;
use crate::ir::{Integer, Number, Primitive, Scalar, Shape, StringFormat, TypeRef};

/// How a call, which only reads a value, takes it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Passing {
    /// As any text.
    Text,
    /// By value, as it is small.
    Copied,
    /// By reference.
    Borrowed,
    /// As anything that converts into it.
    Converted,
}

impl<'a> NamedType<'a> {
    /// The type of a member whose value has this type.
    pub(super) fn held(&self, index: usize, value: Type<'a>) -> Type<'a> {
        match self.holding(index) {
            Holding::Inline => value,
            Holding::Boxed => Type::Boxed(Box_::Std, Box::new(value)),
            Holding::Opaque => Type::Boxed(Box_::Opaque, Box::new(value)),
        }
    }
}

impl<'a> Model<'a> {
    /// The type of a value that is not `null`.
    pub(super) fn ty(&self, ty: &TypeRef) -> Type<'a> {
        match ty {
            TypeRef::Primitive(primitive) => self.primitive(*primitive),
            TypeRef::Named(id) => Type::Named(*id, self.get(*id).ident()),
            TypeRef::List(item) => Type::List(Box::new(self.nullable(item))),
            TypeRef::Tuple(positions) => {
                Type::Tuple(positions.iter().map(|it| self.nullable(it)).collect())
            }
            TypeRef::Map(value) => Type::Map(Box::new(self.nullable(value))),
            TypeRef::Nullable(inner) => self.ty(inner),
            TypeRef::Any => Type::Json,
        }
    }

    fn primitive(&self, primitive: Primitive) -> Type<'a> {
        let options = &self.options.types;
        match primitive {
            Primitive::Bool => Type::Bool,
            Primitive::Integer(integer) => Type::Integer(integer),
            Primitive::Number(Number::F32) => Type::F32,
            Primitive::Number(Number::F64) => Type::F64,
            Primitive::Number(Number::Decimal) => {
                Type::Decimal(options.decimal.map(|_| &rich::DECIMAL_NUMBER))
            }
            Primitive::String(StringFormat::Password) => Type::Secret,
            Primitive::String(format) => {
                rich::of(options, format).map_or(Type::String, Type::Formatted)
            }
            Primitive::File => Type::Part,
        }
    }

    /// The type of a value that may be `null` if the document says so.
    pub(super) fn nullable(&self, ty: &TypeRef) -> Type<'a> {
        match ty {
            TypeRef::Nullable(_) => Type::Optional(Box::new(self.ty(ty))),
            _ => self.ty(ty),
        }
    }

    /// The type as the compiler sees it: aliases, and integers that have no type of their own, resolved.
    pub(super) fn without_aliases(&self, ty: &TypeRef) -> Type<'a> {
        let inner = |ty: &TypeRef| Box::new(self.without_aliases(ty));
        match ty {
            TypeRef::List(item) => Type::List(inner(item)),
            TypeRef::Tuple(positions) => Type::Tuple(
                positions
                    .iter()
                    .map(|it| self.without_aliases(it))
                    .collect(),
            ),
            TypeRef::Map(value) => Type::Map(inner(value)),
            TypeRef::Nullable(value) => Type::Optional(inner(value)),
            TypeRef::Named(_) => match (self.target(ty), self.shape(ty)) {
                (Some(target), _) => self.without_aliases(target),
                (None, Some(Shape::Scalar(Scalar::Integer(_, width @ Integer::U64)))) => {
                    Type::Integer(*width)
                }
                _ => self.ty(ty),
            },
            TypeRef::Primitive(_) | TypeRef::Any => self.ty(ty),
        }
    }

    /// How a constructor or setter takes a value that it keeps.
    pub(super) fn owned_argument(&self, ty: &TypeRef) -> Argument<'a> {
        match ty {
            TypeRef::Nullable(_) => Argument::Into(self.nullable(ty)),
            _ if self.is_converted(ty) => Argument::Into(self.ty(ty)),
            _ => self
                .items(ty)
                .unwrap_or_else(|| Argument::Value(self.ty(ty))),
        }
    }

    /// How anything takes a list or a map whose values are converted one by one.
    pub(super) fn items(&self, ty: &TypeRef) -> Option<Argument<'a>> {
        if let Some(value) = self.converted_entry(ty) {
            return Some(Argument::Entries(self.ty(ty), self.ty(value)));
        }
        let item = self.converted_item(ty)?;
        Some(Argument::Items(self.ty(ty), self.ty(item)))
    }

    /// The items of a list that are converted one by one. A list of numbers is taken as a whole, so that literals have its
    /// type.
    pub(super) fn converted_item<'t>(&self, ty: &'t TypeRef) -> Option<&'t TypeRef>
    where
        'a: 't,
    {
        let TypeRef::List(item) = self.api.types.resolve(ty) else {
            return None;
        };
        self.is_converted_part(item).then_some(item)
    }

    /// The values of a map that are converted one by one.
    pub(super) fn converted_entry<'t>(&self, ty: &'t TypeRef) -> Option<&'t TypeRef>
    where
        'a: 't,
    {
        match self.api.types.resolve(ty) {
            TypeRef::Map(value) => self.is_converted_part(value).then_some(value),
            _ => None,
        }
    }

    fn is_converted_part(&self, ty: &TypeRef) -> bool {
        let part = self.api.types.resolve(ty);
        !matches!(part, TypeRef::Nullable(_) | TypeRef::Any) && self.is_converted(ty)
    }

    fn is_converted(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Nullable(_)
            | TypeRef::Primitive(
                Primitive::String(_) | Primitive::File | Primitive::Number(Number::Decimal),
            )
            | TypeRef::Any => true,
            TypeRef::Named(_) => match self.shape(ty) {
                Some(Shape::Enum(_) | Shape::Union(_) | Shape::Scalar(_)) => true,
                _ => self
                    .target(ty)
                    .is_some_and(|target| self.is_converted(target)),
            },
            _ => false,
        }
    }

    /// Whether a value is passed by copying it, which needs no conversion.
    pub(super) fn is_copy(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Primitive(primitive) => !matches!(
                primitive,
                Primitive::String(_) | Primitive::File | Primitive::Number(Number::Decimal)
            ),
            TypeRef::Nullable(inner) => self.is_copy(inner),
            TypeRef::Named(_) => self.target(ty).is_some_and(|target| self.is_copy(target)),
            _ => false,
        }
    }

    pub(super) fn passing(&self, ty: &TypeRef) -> Passing {
        match ty {
            TypeRef::Nullable(inner) => self.passing(inner),
            TypeRef::List(_)
            | TypeRef::Primitive(
                Primitive::Number(Number::Decimal) | Primitive::String(StringFormat::Password),
            ) => Passing::Converted,
            TypeRef::Map(_) if self.items(ty).is_some() => Passing::Converted,
            TypeRef::Primitive(primitive @ Primitive::String(_)) => {
                match self.primitive(*primitive) {
                    Type::Formatted(_) => Passing::Converted,
                    _ => Passing::Text,
                }
            }
            _ if self.is_copy(ty) => Passing::Copied,
            TypeRef::Named(_) => match (self.shape(ty), self.target(ty)) {
                (Some(Shape::Enum(_) | Shape::Scalar(_)), _) => Passing::Converted,
                (_, Some(target)) => self.passing(target),
                _ => Passing::Borrowed,
            },
            _ => Passing::Borrowed,
        }
    }
}
