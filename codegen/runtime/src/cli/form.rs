//! Bodies of forms.

use std::fs;

use serde_json::Value;

use super::body::problem;
use super::failure::Problem;
use super::schema::{Form, Schema};
use super::table::{Table, list, text};
use crate::net::percent::encode;

/// `application/x-www-form-urlencoded`: lists repeat their name, and objects are JSON.
pub(crate) fn urlencoded(value: &Value) -> Vec<u8> {
    let pairs =
        fields(value).map(|(name, value)| [&*encode(name), "=", &encode(&plain(value))].concat());
    pairs.collect::<Vec<_>>().join("&").into_bytes()
}

/// `multipart/form-data` with its boundary. The values of files are their paths.
pub(crate) fn multipart(
    table: &Table,
    media: &'static Value,
    value: &Value,
    problems: &mut Vec<Problem>,
) -> (Vec<u8>, String) {
    let boundary = format!("{:032x}", fastrand::u128(..));
    let object = media.get("type").map(|ty| table.schema(ty));
    let mut body = Vec::new();
    for (name, value) in fields(value) {
        let is_file = object.is_some_and(|object| is_file(table, object, name));
        let declared = list(media, "parts")
            .iter()
            .find(|part| part.get(0).is_some_and(|it| it == name));
        let declared = declared.and_then(|part| part.get(1)?.get(0)?.as_str());
        let declared = declared.filter(|it| !it.contains('*'));
        let (content, file, usual) = if is_file {
            let path = plain(value);
            match fs::read(&path) {
                Ok(content) => (content, Some(path), "application/octet-stream"),
                Err(error) => {
                    problems.push(problem(
                        &format!("--{name}"),
                        &format!("cannot be read: {error}"),
                    ));
                    continue;
                }
            }
        } else {
            let is_json = value.is_object() || value.is_array();
            let usual = if is_json { "application/json" } else { "" };
            (plain(value).into_bytes(), None, usual)
        };
        let mut head = format!(
            "--{boundary}\r\ncontent-disposition: form-data; name=\"{}\"",
            quoted(name)
        );
        if let Some(path) = file {
            let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
            head.extend(["; filename=\"", &quoted(name), "\""]);
        }
        let content_type = declared.unwrap_or(usual);
        if !content_type.is_empty() {
            head.extend(["\r\ncontent-type: ", content_type]);
        }
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(b"\r\n\r\n");
        body.extend_from_slice(&content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    (body, format!("multipart/form-data; boundary={boundary}"))
}

/// The fields, those of lists one by one; null is not sent.
fn fields(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let entries = value.as_object().into_iter().flatten();
    let fields = entries.flat_map(|(name, value)| {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            value => std::slice::from_ref(value),
        };
        items.iter().map(move |item| (name, item))
    });
    fields.filter(|(_, value)| !value.is_null())
}

/// Whether the property of a form is a file, or a list of files.
fn is_file(table: &Table, object: Schema, name: &str) -> bool {
    let Form::Object(fields, _) = object.form else {
        return false;
    };
    let field = fields.iter().find(|it| text(it, "name") == Some(name));
    let Some(ty) = field.and_then(|field| field.get("type")) else {
        return false;
    };
    let item = match table.schema(ty).form {
        Form::List(item) => table.schema(item).form,
        form => form,
    };
    matches!(item, Form::Text(rules) if matches!(rules.format, "file" | "binary"))
}

/// A name between quotes (WHATWG, multipart/form-data).
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
