//! The parameters of an operation that returns a page.

use super::super::plain::plain;
use super::body::Body;
use super::problem::Problem;
use crate::ir::{Literal, Location, Parameter, Primitive, Scalar, Shape, TypeRef};

impl<'a> Body<'a> {
    /// The parameter of this name, if there is exactly one.
    pub(super) fn parameter(&self, name: &str) -> Result<&'a Parameter, Problem> {
        let mut named = self.parameters().filter(|it| it.name == name);
        match (named.next(), named.next()) {
            (Some(parameter), None) => Ok(parameter),
            _ => Err(Problem::Parameter(name.to_owned())),
        }
    }

    pub(super) fn parameters(&self) -> impl Iterator<Item = &'a Parameter> + use<'a> {
        self.operation.def.parameters.iter()
    }

    /// The query parameter with one of these names, which are in lower case and without symbols.
    pub(super) fn query(&self, names: &[&str]) -> Option<&'a Parameter> {
        let is_named = |it: &&Parameter| names.contains(&&*plain(&it.name));
        let mut found = self.parameters().filter(is_named);
        let parameter = found.next().filter(|it| it.location == Location::Query)?;
        found.next().is_none().then_some(parameter)
    }

    /// Whether the values of a type are numbers.
    pub(super) fn is_number(&self, ty: &TypeRef) -> bool {
        let types = &self.model.api.types;
        match types.resolve_value(ty) {
            TypeRef::Primitive(Primitive::Integer(_) | Primitive::Number(_)) => true,
            ty => matches!(
                types.resolve_shape(ty),
                Some(Shape::Scalar(Scalar::Integer(..)))
            ),
        }
    }

    /// Whether the values of a type are texts of any kind.
    pub(super) fn is_text(&self, ty: &TypeRef) -> bool {
        let types = &self.model.api.types;
        match types.resolve_value(ty) {
            TypeRef::Primitive(Primitive::String(_)) => true,
            ty => matches!(
                types.resolve_shape(ty),
                Some(Shape::Scalar(Scalar::Text(..)))
            ),
        }
    }

    /// The documented minimum and maximum of an integer.
    pub(super) fn bounds(&self, parameter: &Parameter) -> (Option<u64>, Option<u64>) {
        let shape = self.model.api.types.resolve_shape(&parameter.ty);
        let Some(Shape::Scalar(Scalar::Integer(bounds, _))) = shape else {
            return (None, None);
        };
        let number = |bound: Option<i128>| u64::try_from(bound?).ok();
        (number(bounds.minimum), number(bounds.maximum))
    }

    /// The number of the first page, or the position of the first item, if the document tells it.
    pub(super) fn first(&self, parameter: &Parameter) -> Option<u64> {
        let first = default(parameter).or(self.bounds(parameter).0);
        first.filter(|it| *it <= 1)
    }
}

/// The documented default, if it is a whole number.
pub(super) fn default(parameter: &Parameter) -> Option<u64> {
    match parameter.default {
        Some(Literal::Integer(value)) => u64::try_from(value).ok(),
        _ => None,
    }
}
