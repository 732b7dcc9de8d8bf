//! Arguments and results of operations.

use indexmap::IndexSet;

use std::collections::BTreeMap;

use super::media_types::preferred;
use super::{OperationFacts, alternatives, outcomes};
use crate::ir::{
    Enum, EnumValues, Literal, Location, Operation, Parameter, PathSegment, Shape, Style,
    TaggedVariant, TypeId, TypeRef, TypeTable, Variants,
};

pub(super) fn facts(
    types: &TypeTable,
    operation: &Operation,
    error: Option<TypeId>,
    group: usize,
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
    let implied: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| implied(types, parameter))
        .collect();
    let is_positional = |position: &usize| {
        operation.parameters[*position].required
            && implied[*position].is_none()
            && tag_parameter != Some(*position)
    };
    let positional = in_call_order(operation).filter(is_positional).collect();
    let optional = (0..operation.parameters.len())
        .filter(|position| !is_positional(position) && tag_parameter != Some(*position))
        .collect();
    // The path contains the tag of one body type.
    let body = operation.request_body.as_ref().zip(request);
    let body = body.filter(|_| tag_parameter.is_none());
    let alternatives = body.map(|(body, default)| alternatives::find(types, body, default));
    OperationFacts {
        group,
        tag_parameter,
        positional,
        optional,
        implied,
        shared_names: shared_names(operation),
        request,
        alternatives: alternatives.unwrap_or_default(),
        success: outcomes::success(types, operation),
        redirects: outcomes::redirects(types, operation),
        failure: outcomes::failure(types, operation, error),
        unshared: outcomes::unshared(types, operation, error),
    }
}

/// By position of the parameter: whether another one has the same name, in another location.
fn shared_names(operation: &Operation) -> Vec<bool> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for parameter in &operation.parameters {
        *counts.entry(&parameter.name).or_default() += 1;
    }
    let parameters = operation.parameters.iter();
    parameters
        .map(|parameter| counts[&*parameter.name] > 1)
        .collect()
}

/// Positions of the parameters: path parameters in the order of their first occurrence in the path, then the others.
fn in_call_order(operation: &Operation) -> impl Iterator<Item = usize> {
    let parameters = &operation.parameters;
    let in_path = operation.path.0.iter().filter_map(|segment| match segment {
        PathSegment::Parameter(name) => parameters
            .iter()
            .position(|p| p.location == Location::Path && p.name == *name),
        PathSegment::Literal(_) => None,
    });
    let others = (0..parameters.len()).filter(|at| parameters[*at].location != Location::Path);
    in_path.chain(others).collect::<IndexSet<_>>().into_iter()
}

/// The path parameter that repeats the discriminator of a required body: its name, and at least one of
/// its values.
fn tag_parameter(types: &TypeTable, operation: &Operation, body: &TypeRef) -> Option<usize> {
    let Shape::Union(union) = types.resolve_shape(body)? else {
        return None;
    };
    let Variants::Tagged(tag, variants) = &union.variants else {
        return None;
    };
    operation.parameters.iter().position(|parameter| {
        parameter.location == Location::Path
            && parameter.name == tag.property
            && lists_a_tag(types, &parameter.ty, variants, tag.values)
    })
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
