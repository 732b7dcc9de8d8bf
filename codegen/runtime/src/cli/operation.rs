//! Operations of the client, made of data.

use http::{HeaderValue, Method};
use serde_json::Value;

use super::table::{is, list, text};
use crate::call::parameter::Parameter;
use crate::call::{
    Operation, cookie, deep_object, header, json_header, json_path, json_query, label, matrix,
    path, pipe_delimited, query, space_delimited,
};

/// The operation of a command. A program sends one or two, and keeps them until it ends.
pub(crate) fn operation(
    command: &'static Value,
    content_type: Option<&str>,
    accept: Option<&str>,
) -> &'static Operation {
    let parameters: Vec<_> = list(command, "flags").iter().map(parameter).collect();
    let security: Vec<_> = list(command, "security").iter().map(scheme_names).collect();
    let method = text(command, "method").unwrap_or_default();
    Box::leak(Box::new(Operation {
        id: text(command, "id").unwrap_or_default(),
        method: Method::from_bytes(method.as_bytes()).unwrap_or_default(),
        path: text(command, "path").unwrap_or_default(),
        parameters: Box::leak(parameters.into_boxed_slice()),
        content_type: content_type.and_then(|it| HeaderValue::from_str(it).ok()),
        accept: accept.and_then(|it| HeaderValue::from_str(it).ok()),
        security: Box::leak(security.into_boxed_slice()),
        envelope: None,
    }))
}

/// The schemes of a set.
fn scheme_names(set: &'static Value) -> &'static [&'static str] {
    let names = set.as_array().into_iter().flatten();
    let names: Vec<_> = names.filter_map(Value::as_str).collect();
    Box::leak(names.into_boxed_slice())
}

fn parameter(flag: &'static Value) -> &'static dyn Parameter {
    match text(flag, "in").unwrap_or_default() {
        "path" => in_path(flag),
        "header" => in_header(flag),
        "cookie" => {
            let mut parameter = cookie(text(flag, "name").unwrap_or_default());
            parameter.0 = in_query(flag);
            Box::leak(Box::new(parameter))
        }
        _ => Box::leak(Box::new(in_query(flag))),
    }
}

/// The fields of a form that have another style than the default.
pub(crate) fn fields(media: &'static Value) -> Vec<query::Query> {
    list(media, "fields").iter().map(in_query).collect()
}

fn in_path(flag: &'static Value) -> &'static dyn Parameter {
    let mut parameter = path(text(flag, "name").unwrap_or_default());
    let style = text(flag, "style").unwrap_or_default();
    parameter.explode = is(flag, "explode");
    match style {
        "label" => parameter.style = label,
        "matrix" => parameter.style = matrix,
        "json" => parameter.style = json_path,
        _ => {}
    }
    (parameter.default, parameter.json_default) = implied(flag, style);
    Box::leak(Box::new(parameter))
}

fn in_header(flag: &'static Value) -> &'static dyn Parameter {
    let mut parameter = header(text(flag, "name").unwrap_or_default());
    let style = text(flag, "style").unwrap_or_default();
    parameter.explode = is(flag, "explode");
    parameter.required = is(flag, "required");
    if style == "json" {
        parameter.style = json_header;
    }
    (parameter.default, parameter.json_default) = implied(flag, style);
    Box::leak(Box::new(parameter))
}

fn in_query(flag: &'static Value) -> query::Query {
    let mut parameter = query(text(flag, "name").unwrap_or_default());
    let style = text(flag, "style").unwrap_or_default();
    parameter.explode = is(flag, "explode");
    parameter.reserved = is(flag, "reserved");
    parameter.required = is(flag, "required");
    match style {
        "spaceDelimited" => parameter.style = space_delimited,
        "pipeDelimited" => parameter.style = pipe_delimited,
        "deepObject" => parameter.style = deep_object,
        "json" => parameter.style = json_query,
        _ => {}
    }
    (parameter.default, parameter.json_default) = implied(flag, style);
    parameter
}

/// The value that is sent if the parameter is not set, as text or as JSON.
fn implied(flag: &'static Value, style: &str) -> (Option<&'static str>, Option<&'static str>) {
    let implied = text(flag, "implied");
    if style == "json" {
        (None, implied)
    } else {
        (implied, None)
    }
}

/// Whether the operation can be called without credentials.
pub(crate) fn is_public(command: &'static Value) -> bool {
    let sets = list(command, "security");
    sets.is_empty()
        || sets
            .iter()
            .any(|set| set.as_array().is_some_and(Vec::is_empty))
}
