//! Parameters with nested values, whose serialization OpenAPI does not define.

use crate::diagnostic::{Code, Diagnostic, Sink};
use crate::ir::{Api, Parameter, Shape, Style, TypeRef, TypeTable};

const HELP: &str = "flatten the schema, or declare the parameter with a `content` of `application/json`; until then, \
                    exploded styles send a pair per leaf (`filter[size][min]=1`) and all others send nested values as JSON";

/// Warns about each parameter whose style does not define how its values are serialized.
pub(super) fn report(api: &Api, sink: &mut Sink) {
    for operation in &api.operations {
        for parameter in &operation.parameters {
            if is_open(&api.types, parameter) {
                note(parameter, sink);
            }
        }
    }
}

fn note(parameter: &Parameter, sink: &mut Sink) {
    let name = &parameter.name;
    let message = format!(
        "OpenAPI does not define how nested values of the parameter `{name}` are serialized"
    );
    sink.report(
        Diagnostic::warning(Code::UnsupportedParameter, &parameter.origin.0, message).help(HELP),
    );
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
            // Only exploded pairs have a place for a list in an object: its key is repeated.
            let has_pairs = parameter.explode && parameter.style == Style::Form;
            let is_nested = |ty: &TypeRef| match types.resolve_value(ty) {
                TypeRef::List(item) if has_pairs => is_composite(types, item),
                other => is_composite(types, other),
            };
            match types.resolve_value(&parameter.ty) {
                TypeRef::List(item) => is_composite(types, item),
                TypeRef::Map(value) => is_nested(value),
                TypeRef::Named(id) => match &types.get(*id).shape {
                    object @ Shape::Struct(_) => object.mentions().into_iter().any(is_nested),
                    _ => false,
                },
                _ => false,
            }
        }
    }
}

/// Whether values are objects or lists. A union may contain others, and untyped values are usually text.
fn is_composite(types: &TypeTable, ty: &TypeRef) -> bool {
    match types.resolve_value(ty) {
        TypeRef::List(_) | TypeRef::Tuple(_) | TypeRef::Map(_) => true,
        TypeRef::Named(id) => matches!(types.get(*id).shape, Shape::Struct(_)),
        _ => false,
    }
}
