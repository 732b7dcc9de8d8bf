//! Documents made up at random, nearly valid.

use std::ops::RangeInclusive;

use serde_json::{Map, Value, json};

use super::choices::Choices;
use super::schema::{self, COMPONENTS, junk};
use super::words;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

const MEDIA_TYPES: [&str; 12] = [
    "application/json",
    "application/json",
    "application/vnd.api.2024-01-01+json",
    "application/vnd.api.preview+json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
    "text/event-stream",
    "application/octet-stream",
    "*/*",
    "image/*",
    "application/json; zZiNjEcT=\"#\"",
];

pub(crate) fn document(choices: &mut Choices) -> Value {
    let version = *choices.one_of(&["3.0.3", "3.0.0", "3.1.0"]);
    let mut paths = Map::new();
    for number in 0..=choices.below(4) {
        let (path, item) = path_item(choices, number);
        paths.insert(path, item);
    }
    let mut schemas = Map::new();
    for name in COMPONENTS {
        schemas.insert(name.into(), schema::schema(choices, 3));
    }
    if choices.once_in(3) {
        let name = *choices.one_of(&words::NAMES);
        schemas.insert(name.into(), schema::schema(choices, 2));
    }
    let mut document = json!({
        "openapi": version,
        "info": { "title": *choices.one_of(&words::TEXTS), "version": "1", "description": *choices.one_of(&words::TEXTS) },
        "servers": [{ "url": *choices.one_of(&["https://example.com/{v}", "/", "https://{zZiNjEcT}", "\"#]"]),
            "variables": { "v": { "default": *choices.one_of(&words::TEXTS) } } }],
        "tags": [{ "name": *choices.one_of(&words::NAMES), "description": *choices.one_of(&words::TEXTS) }],
        "paths": paths,
        "components": { "schemas": schemas, "securitySchemes": security(choices) },
    });
    if choices.once_in(10) {
        let key = *choices.one_of(&[
            "info",
            "paths",
            "components",
            "tags",
            "servers",
            "security",
            "openapi",
        ]);
        document[key] = junk(choices);
    }
    document
}

/// How many operations a client of the document has: `MEDIA_TYPES` have two versions, and an operation that has both is
/// two.
pub(crate) fn operations(document: &Value) -> RangeInclusive<usize> {
    let paths = document["paths"].as_object().into_iter().flatten();
    let members = paths.filter_map(|(_, item)| item.as_object());
    let count = members
        .flatten()
        .filter(|(key, _)| METHODS.contains(&key.as_str()))
        .count();
    count..=2 * count
}

fn path_item(choices: &mut Choices, number: usize) -> (String, Value) {
    let name = *choices.one_of(&words::NAMES);
    let path = match choices.below(4) {
        0 => format!("/items{number}/{{{name}}}"),
        1 => format!("/{name}{number}"),
        _ => format!("/items{number}"),
    };
    let mut item = Map::new();
    for _ in 0..=choices.below(3) {
        let method = *choices.one_of(&METHODS);
        item.insert(method.into(), operation(choices, &path, name));
    }
    if choices.once_in(30) {
        item.insert((*choices.one_of(&words::NAMES)).into(), junk(choices));
    }
    (path, Value::Object(item))
}

fn operation(choices: &mut Choices, path: &str, name: &str) -> Value {
    let mut operation = json!({ "responses": responses(choices) });
    let mut parameters: Vec<Value> = (0..choices.below(3)).map(|_| parameter(choices)).collect();
    if path.contains('{') {
        let required = !choices.once_in(20);
        let schema = schema::schema(choices, 1);
        parameters
            .push(json!({ "name": name, "in": "path", "required": required, "schema": schema }));
    }
    operation["parameters"] = parameters.into();
    if choices.once_in(2) {
        let number = choices.below(60);
        operation["operationId"] = format!("{}{number}", choices.one_of(&words::NAMES)).into();
    }
    if choices.once_in(2) {
        operation["requestBody"] =
            json!({ "required": choices.once_in(2), "content": content(choices) });
    }
    if choices.once_in(3) {
        operation["tags"] = json!([*choices.one_of(&words::NAMES)]);
    }
    if choices.once_in(3) {
        operation["security"] =
            json!([{ *choices.one_of(&["key", "oauth", "none"]): ["zZiNjEcT\"#"] }]);
    }
    for key in ["summary", "description"] {
        operation[key] = (*choices.one_of(&words::TEXTS)).into();
    }
    operation
}

fn parameter(choices: &mut Choices) -> Value {
    let place = *choices.one_of(&["query", "query", "header", "cookie"]);
    let mut parameter = json!({ "name": *choices.one_of(&words::NAMES), "in": place });
    if choices.once_in(6) {
        parameter["content"] = content(choices);
    } else {
        parameter["schema"] = schema::schema(choices, 2);
    }
    if choices.once_in(4) {
        let styles = [
            "form",
            "simple",
            "spaceDelimited",
            "pipeDelimited",
            "deepObject",
        ];
        parameter["style"] = (*choices.one_of(&styles)).into();
        parameter["explode"] = choices.once_in(2).into();
    }
    parameter["description"] = (*choices.one_of(&words::TEXTS)).into();
    parameter["required"] = choices.once_in(2).into();
    parameter
}

fn content(choices: &mut Choices) -> Value {
    let mut content = Map::new();
    for _ in 0..=choices.below(2) {
        let media_type = *choices.one_of(&MEDIA_TYPES);
        content.insert(
            media_type.into(),
            json!({ "schema": schema::schema(choices, 2), "example": junk(choices) }),
        );
    }
    Value::Object(content)
}

fn responses(choices: &mut Choices) -> Value {
    let mut responses = Map::new();
    for _ in 0..=choices.below(3) {
        let status =
            *choices.one_of(&["200", "201", "204", "2XX", "404", "5XX", "default", "99"][..]);
        let mut response = json!({ "description": *choices.one_of(&words::TEXTS) });
        if choices.are_left() && !choices.once_in(4) {
            response["content"] = content(choices);
        }
        if choices.once_in(4) {
            let schema = schema::schema(choices, 1);
            response["headers"] = json!({ *choices.one_of(&words::NAMES): { "schema": schema } });
        }
        responses.insert(status.into(), response);
    }
    Value::Object(responses)
}

fn security(choices: &mut Choices) -> Value {
    let name = *choices.one_of(&words::NAMES);
    let url = *choices.one_of(&["https://example.com/token", "\"#]}]zZiNjEcT/"]);
    json!({
        "key": { "type": "apiKey", "name": name, "in": *choices.one_of(&["header", "query", "cookie"]) },
        "oauth": { "type": "oauth2", "description": *choices.one_of(&words::TEXTS),
            "flows": { "clientCredentials": { "tokenUrl": url, "scopes": { name: "zZiNjEcT" } } } },
    })
}
