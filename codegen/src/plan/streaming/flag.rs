//! The part of a request that asks for a sequence.

use crate::ir::{Encoding, Location, Primitive, Property, Shape, TypeRef};
use crate::options::{StreamOptions, Switch};
use crate::plan::model::{Model, NamedOperation};

/// The usual name.
const USUAL: &str = "stream";

/// A part of a request that is true if it asks for a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag<'a> {
    /// The parameter of this name.
    Parameter(&'a str),
    /// The property of the body of this name.
    Property(&'a str),
}

/// The origin of a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The document or the settings.
    Declared,
    /// Names and types.
    Inferred,
}

/// The flag of the settings, or else a boolean with the usual name.
pub(super) fn flag<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    options: Option<&'a StreamOptions>,
) -> (Option<Flag<'a>>, Source) {
    match options.and_then(|it| it.flag.as_ref()) {
        Some(Switch::Off) => (None, Source::Declared),
        Some(Switch::On(name)) => (find(model, operation, name), Source::Declared),
        None => match find(model, operation, USUAL) {
            Some(flag) => (Some(flag), Source::Inferred),
            None => (None, Source::Declared),
        },
    }
}

/// The boolean of this name: a parameter of the query or a header, or a property of every body.
pub(super) fn find<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    name: &'a str,
) -> Option<Flag<'a>> {
    let mut parameters = operation.def.parameters.iter();
    let parameter = parameters.find(|it| it.name == name && it.location != Location::Path);
    if parameter.is_some_and(|it| is_boolean(model, &it.ty)) {
        return Some(Flag::Parameter(name));
    }
    let (_, media) = operation.body()?;
    let has_flag = media.encoding == Encoding::Json && has_flag(model, &media.ty, name, DEPTH);
    has_flag.then_some(Flag::Property(name))
}

/// The names that may be flags.
pub(super) fn names<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Vec<&'a str> {
    let parameters = operation.def.parameters.iter();
    let parameters = parameters.filter(|it| it.location != Location::Path);
    let parameters = parameters.filter(|it| is_boolean(model, &it.ty));
    let body = operation.body().map(|(_, media)| &media.ty);
    let properties = body.into_iter().flat_map(|ty| properties(model, ty));
    let properties = properties.filter(|it| is_boolean(model, &it.ty));
    let parameters = parameters.map(|it| it.name.as_str());
    parameters
        .chain(properties.map(|it| it.name.as_str()))
        .collect()
}

/// Unions within unions are not followed beyond this depth.
const DEPTH: usize = 4;

/// Whether every value of a type has a boolean of this name.
fn has_flag(model: &Model<'_>, ty: &TypeRef, name: &str, depth: usize) -> bool {
    if let (Some(Shape::Union(union)), Some(depth)) = (model.shape(ty), depth.checked_sub(1)) {
        let mut variants = union.variants.iter();
        return variants.all(|it| has_flag(model, &it.ty, name, depth));
    }
    let mut properties = properties(model, ty).iter();
    properties.any(|it| it.name == name && is_boolean(model, &it.ty))
}

fn properties<'a>(model: &Model<'a>, ty: &TypeRef) -> &'a [Property] {
    match model.shape(ty) {
        Some(Shape::Struct(object)) => &object.properties,
        _ => &[],
    }
}

fn is_boolean(model: &Model<'_>, ty: &TypeRef) -> bool {
    *model.api.types.resolve_value(ty) == TypeRef::Primitive(Primitive::Bool)
}
