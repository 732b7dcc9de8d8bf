//! A document whose types exceed rustc's recursion limit.

use serde_json::{Value, json};

/// The schema of a type that contains another one.
type Holder = fn(&Value) -> Value;

/// Chains of types: how each type contains the next, and the number of types.
///
/// rustc's limit is 128 steps; lists and maps take several.
const CHAINS: [(&str, usize, Holder); 10] = [
    ("Optional", 70, |next| object(next, &[])),
    ("Required", 135, |next| object(next, &["next"])),
    ("Nullable", 50, |next| {
        object(&json!({ "allOf": [next], "nullable": true }), &[])
    }),
    ("Listed", 25, |next| {
        object(&json!({ "type": "array", "items": next }), &[])
    }),
    ("Mapped", 20, |next| object(&map(next), &[])),
    ("Free", 20, |next| {
        json!({
            "type": "object",
            "properties": { "value": { "type": "string" } },
            "additionalProperties": next,
        })
    }),
    ("Either", 70, |next| {
        let value = json!({ "type": "object", "required": ["value"], "properties": { "value": { "type": "string" } } });
        json!({ "oneOf": [value, object(next, &["next"])] })
    }),
    (
        "Lists",
        150,
        |next| json!({ "type": "array", "items": next }),
    ),
    ("Maps", 150, map),
    ("Grid", 15, |next| {
        let row = json!({ "type": "array", "items": next });
        object(&json!({ "type": "array", "items": row }), &[])
    }),
];

/// The chains that also exist as cycles.
const ROUND: [&str; 3] = ["Optional", "Listed", "Either"];

/// A document with an operation for each kind of chain and of cycle.
#[must_use]
pub fn document() -> String {
    let mut paths = json!({});
    let mut schemas = json!({});
    for (kind, length, holds) in CHAINS {
        let cycle = ROUND.contains(&kind).then_some("Round");
        for start in std::iter::once("Long").chain(cycle) {
            let name = format!("{start}{kind}");
            for position in 0..length {
                let next = match position + 1 {
                    end if end < length => {
                        json!({ "$ref": format!("#/components/schemas/{name}{end}") })
                    }
                    _ if start == "Round" => {
                        json!({ "$ref": format!("#/components/schemas/{name}0") })
                    }
                    _ => json!({ "type": "string" }),
                };
                schemas[format!("{name}{position}")] = holds(&next);
            }
            paths[format!("/{name}")] = json!({ "post": operation(&name) });
        }
    }
    let info = json!({ "title": "Deep", "version": "1" });
    let components = json!({ "schemas": schemas });
    json!({ "openapi": "3.0.3", "info": info, "paths": paths, "components": components })
        .to_string()
}

/// An operation with the first type of a chain as request, response and error.
fn operation(name: &str) -> Value {
    let schema = json!({ "$ref": format!("#/components/schemas/{name}0") });
    let content = json!({ "application/json": { "schema": schema } });
    json!({
        "operationId": format!("post{name}"),
        "requestBody": { "required": true, "content": content },
        "responses": {
            "200": { "description": "The same.", "content": content },
            "4XX": { "description": "Not that.", "content": content },
        },
    })
}

fn object(next: &Value, required: &[&str]) -> Value {
    json!({ "type": "object", "required": required, "properties": { "next": next } })
}

fn map(value: &Value) -> Value {
    json!({ "type": "object", "additionalProperties": value })
}
