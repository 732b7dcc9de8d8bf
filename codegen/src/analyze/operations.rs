//! Arguments and results of operations.

use indexmap::IndexSet;

use std::collections::BTreeMap;

use super::media_types::preferred;
use super::{Arguments, OperationFacts, ParameterFacts, alternatives, outcomes};
use crate::ir::{
    Enum, EnumValues, Literal, Location, MediaTypeId, Operation, Parameter, ParameterId,
    PathSegment, Shape, Style, TaggedVariant, TypeId, TypeRef, TypeTable, Variants,
};

pub(super) fn facts(
    types: &TypeTable,
    operation: &Operation,
    error: Option<TypeId>,
) -> OperationFacts {
    let content = operation
        .request_body
        .as_ref()
        .map_or(&[][..], |body| &body.content);
    let request = preferred(types, &content.iter().collect::<Vec<_>>());
    let tag_parameter = request
        .filter(|_| {
            operation
                .request_body
                .as_ref()
                .is_some_and(|body| body.required)
        })
        .and_then(|position| tag_parameter(types, operation, &content[position].ty));
    let parameters = parameters(types, operation);
    let is_positional = |id: &ParameterId| {
        operation.parameter(*id).required
            && parameters[id.index()].implied.is_none()
            && tag_parameter != Some(*id)
    };
    let positional: Vec<_> = in_call_order(operation).filter(is_positional).collect();
    let is_optional = |id: &ParameterId| !is_positional(id) && tag_parameter != Some(*id);
    let optional = operation.parameter_ids().filter(is_optional).collect();
    // The path contains the tag of one body type.
    let body = operation.request_body.as_ref().zip(request);
    let body = body.filter(|_| tag_parameter.is_none());
    let alternatives = body.map(|(body, default)| alternatives::find(types, body, default));
    let body = operation.request_body.as_ref().zip(request);
    let has_body = body.is_some_and(|(body, _)| body.required);
    OperationFacts {
        tag_parameter,
        required: Arguments::of(positional.len() + usize::from(has_body)),
        positional,
        optional,
        parameters,
        request: request.map(MediaTypeId::new),
        alternatives: alternatives.unwrap_or_default(),
        success: outcomes::success(types, operation),
        redirects: outcomes::redirects(types, operation),
        failure: outcomes::failure(types, operation, error),
        unshared: outcomes::unshared(types, operation, error),
    }
}

fn parameters(types: &TypeTable, operation: &Operation) -> Vec<ParameterFacts> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for parameter in &operation.parameters {
        *counts.entry(&parameter.name).or_default() += 1;
    }
    let parameters = operation.parameters.iter();
    parameters
        .map(|parameter| ParameterFacts {
            implied: implied(types, parameter),
            shares_name: counts[&*parameter.name] > 1,
        })
        .collect()
}

/// Path parameters in the order of their first occurrence in the path, then the others.
fn in_call_order(operation: &Operation) -> impl Iterator<Item = ParameterId> {
    let in_path = operation.path.0.iter().filter_map(|segment| match segment {
        PathSegment::Parameter(name) => operation.path_parameter(name),
        PathSegment::Literal(_) => None,
    });
    let is_elsewhere = |id: &ParameterId| operation.parameter(*id).location != Location::Path;
    let others = operation.parameter_ids().filter(is_elsewhere);
    in_path.chain(others).collect::<IndexSet<_>>().into_iter()
}

/// The path parameter that repeats the discriminator of a required body: its name, and at least one of
/// its values.
fn tag_parameter(types: &TypeTable, operation: &Operation, body: &TypeRef) -> Option<ParameterId> {
    let Shape::Union(union) = types.resolve_shape(body)? else {
        return None;
    };
    let Variants::Tagged(tag, variants) = &union.variants else {
        return None;
    };
    let id = operation.path_parameter(&tag.property)?;
    let ty = &operation.parameter(id).ty;
    lists_a_tag(types, ty, variants, tag.values).then_some(id)
}

fn lists_a_tag(
    types: &TypeTable,
    ty: &TypeRef,
    variants: &[TaggedVariant],
    values: Option<TypeId>,
) -> bool {
    let Some(id) = types.resolve_id(ty) else {
        return false;
    };
    let is_tag = |value: &str| {
        variants
            .iter()
            .any(|it| it.tags().iter().any(|tag| tag == value))
    };
    match &types.get(id).shape {
        Shape::Enum(Enum {
            values: EnumValues::Strings(listed),
        }) => values == Some(id) || listed.iter().any(|listed| is_tag(&listed.value)),
        _ => false,
    }
}

/// The value of a required parameter that is not set: its default or only value.
fn implied(types: &TypeTable, parameter: &Parameter) -> Option<String> {
    if !parameter.required {
        return None;
    }
    let literal = parameter.default.as_ref().or(parameter.constant.as_ref());
    let literal = literal.cloned();
    let literal = literal.or_else(|| only_value(types, &parameter.ty))?;
    match parameter.style {
        Style::Json => json(&literal),
        _ => text(&literal),
    }
}

fn json(literal: &Literal) -> Option<String> {
    match literal {
        Literal::String(value) => serde_json::to_string(value).ok(),
        literal => text(literal),
    }
}

fn text(literal: &Literal) -> Option<String> {
    match literal {
        Literal::Bool(value) => Some(value.to_string()),
        Literal::Integer(value) => Some(value.to_string()),
        Literal::Number(value) => Some(value.to_string()),
        Literal::String(value) => Some(value.clone()),
        Literal::Null | Literal::Json(_) => None,
    }
}

fn only_value(types: &TypeTable, ty: &TypeRef) -> Option<Literal> {
    match types.resolve_shape(ty)? {
        Shape::Enum(listed) => listed.values.only(),
        _ => None,
    }
}
