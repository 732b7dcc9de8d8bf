//! Parameters whose values nest more deeply than OpenAPI says how to write.

use crate::diagnostic::{Code, Sink};
use crate::ir::{
    AdditionalProperties, Api, Operation, Parameter, Shape, Style, TypeId, TypeRef, TypeTable,
};

const HELP: &str = "each leaf is written as a pair of its own (`filter[size][min]=1`) where the style has pairs, and what is \
                    nested as JSON elsewhere; give the parameter a `content` of JSON if the server reads that";

/// Notes each parameter whose styles leave open how its values are written.
pub(super) fn report(api: &Api, sink: &mut Sink) {
    for operation in &api.operations {
        for parameter in &operation.parameters {
            if is_open(&api.types, parameter) {
                note(operation, parameter, sink);
            }
        }
    }
}

fn note(operation: &Operation, parameter: &Parameter, sink: &mut Sink) {
    let name = &parameter.name;
    let message =
        format!("OpenAPI does not say how the values inside the parameter `{name}` are written");
    sink.warn(Code::UnsupportedParameter, &operation.origin, message, HELP);
}

/// A list of lists or objects, or an object that holds an object or such a list. For deep objects all servers agree on
/// `a[b][c]=1`, although OpenAPI does not mention it, and JSON has no limit.
fn is_open(types: &TypeTable, parameter: &Parameter) -> bool {
    match parameter.style {
        Style::DeepObject | Style::Json => false,
        Style::Simple
        | Style::Label
        | Style::Matrix
        | Style::Form
        | Style::SpaceDelimited
        | Style::PipeDelimited => {
            // Only there has a list in an object a place: its key is repeated.
            let has_pairs = parameter.explode && parameter.style == Style::Form;
            let is_nested = |ty: &TypeRef| match whole(types, ty) {
                TypeRef::List(item) if has_pairs => is_composite(types, item),
                other => is_composite(types, other),
            };
            match whole(types, &parameter.ty) {
                TypeRef::List(item) => is_composite(types, item),
                TypeRef::Map(value) => is_nested(value),
                TypeRef::Named(id) => values(types, *id).any(is_nested),
                _ => false,
            }
        }
    }
}

/// What the keys of an object hold.
fn values(types: &TypeTable, id: TypeId) -> impl Iterator<Item = &TypeRef> {
    let object = match &types.get(id).shape {
        Shape::Struct(object) => Some(object),
        _ => None,
    };
    object.into_iter().flat_map(|object| {
        let rest = match &object.additional {
            AdditionalProperties::Kept(values) => Some(values),
            AdditionalProperties::Ignored => None,
        };
        let named = object.properties.iter().map(|property| &property.ty);
        named.chain(rest)
    })
}

/// Whether values are objects or lists. A union may have others, and what may be anything usually is a text.
fn is_composite(types: &TypeTable, ty: &TypeRef) -> bool {
    match whole(types, ty) {
        TypeRef::List(_) | TypeRef::Tuple(_) | TypeRef::Map(_) => true,
        TypeRef::Named(id) => matches!(types.get(*id).shape, Shape::Struct(_)),
        _ => false,
    }
}

/// The type without aliases and null around it.
fn whole<'a>(types: &'a TypeTable, ty: &'a TypeRef) -> &'a TypeRef {
    let mut ty = ty;
    // A chain of aliases is no longer than the table.
    for _ in 0..=types.len() {
        match ty {
            TypeRef::Nullable(inner) => ty = inner,
            TypeRef::Named(id) => match &types.get(*id).shape {
                Shape::Alias(target) => ty = target,
                _ => return ty,
            },
            _ => return ty,
        }
    }
    ty
}
