//! Documents of any size, each large in one respect.

use serde_json::{Map, Value, json};

/// Documents that are large in one respect.
pub(super) struct Kind {
    pub(super) name: &'static str,
    /// The number of such parts in the smallest document.
    pub(super) size: usize,
    /// Creates the document with a number of such parts.
    pub(super) document: fn(usize) -> Value,
}

const fn kind(name: &'static str, size: usize, document: fn(usize) -> Value) -> Kind {
    Kind {
        name,
        size,
        document,
    }
}

pub(super) const KINDS: [Kind; 15] = [
    kind("operations", 2_500, operations),
    kind("tags", 2_500, tags),
    kind("query parameters of one operation", 5_000, parameters),
    kind("schemas", 10_000, schemas),
    kind("properties of one schema", 10_000, properties),
    kind("inline objects", 2_500, inline_objects),
    kind("inline enums", 5_000, inline_enums),
    kind("inline enums with common values", 5_000, similar_enums),
    kind("values of one enum", 10_000, enum_values),
    kind("members of a union by properties", 1_000, untagged),
    kind("members of a union by one value", 1_000, constants),
    kind(
        "members of a union by enums with a common value",
        1_000,
        common_values,
    ),
    kind("members of a union with a discriminator", 1_000, tagged),
    kind("children of a base with a discriminator", 1_000, children),
    kind("parts of allOf", 2_500, composed),
];

/// Members of an object by number.
fn members(count: usize, member: impl Fn(usize) -> (String, Value)) -> Map<String, Value> {
    (0..count).map(member).collect()
}

fn object(properties: impl Into<Value>) -> Value {
    json!({ "type": "object", "properties": properties.into() })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn reference(number: usize) -> Value {
    json!({ "$ref": format!("#/components/schemas/Schema{number}") })
}

fn operation(number: usize, tag: &str, schema: &Value) -> Value {
    json!({ "get": {
        "operationId": format!("get{number}"),
        "tags": [tag],
        "responses": { "200": {
            "description": "The answer.",
            "content": { "application/json": { "schema": schema } },
        } },
    } })
}

fn document(paths: impl Into<Value>, schemas: impl Into<Value>) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Scales", "version": "1" },
        "paths": paths.into(),
        "components": { "schemas": schemas.into() },
    })
}

/// One operation that receives a schema, and others.
fn received(schema: &Value, schemas: impl Into<Value>) -> Value {
    document(json!({ "/0": operation(0, "all", schema) }), schemas)
}

/// Operations with a path each.
fn called(count: usize, operation: impl Fn(usize) -> Value, schemas: impl Into<Value>) -> Value {
    let paths = members(count, |at| (format!("/{at}"), operation(at)));
    document(paths, schemas)
}

/// Schemas, the first of which leads to all others.
fn tree(count: usize, properties: impl Fn(usize) -> Map<String, Value>) -> Value {
    let schema = |at: usize| {
        let mut properties = properties(at);
        for child in [2 * at + 1, 2 * at + 2] {
            if child < count {
                properties.insert(format!("child{child}"), reference(child));
            }
        }
        (format!("Schema{at}"), object(properties))
    };
    received(&reference(0), members(count, schema))
}

/// A union of schemas.
fn union(count: usize, member: impl Fn(usize) -> Value, others: &Value) -> Value {
    let mut schemas = members(count, |at| (format!("Schema{at}"), member(at)));
    let mut union = json!({ "oneOf": (0..count).map(reference).collect::<Vec<_>>() });
    if let (Some(union), Some(others)) = (union.as_object_mut(), others.as_object()) {
        union.extend(others.clone());
    }
    schemas.insert("Union".to_owned(), union);
    received(&json!({ "$ref": "#/components/schemas/Union" }), schemas)
}

fn operations(count: usize) -> Value {
    let schemas = json!({ "Schema0": object(json!({ "name": text() })) });
    called(count, |at| operation(at, "all", &reference(0)), schemas)
}

fn tags(count: usize) -> Value {
    called(
        count,
        |at| operation(at, &format!("tag {at}"), &text()),
        json!({}),
    )
}

fn parameters(count: usize) -> Value {
    let parameter = |at| json!({ "name": format!("field{at}"), "in": "query", "schema": text() });
    let mut operation = operation(0, "all", &text());
    operation["get"]["parameters"] = (0..count).map(parameter).collect();
    document(json!({ "/0": operation }), json!({}))
}

fn schemas(count: usize) -> Value {
    tree(count, |at| members(1, |_| (format!("own{at}"), text())))
}

fn properties(count: usize) -> Value {
    let properties = members(count, |at| (format!("field{at}"), text()));
    received(&object(properties), json!({}))
}

fn inline_objects(count: usize) -> Value {
    let inline = |at: usize| {
        let inner = object(members(1, |_| (format!("inner{at}"), text())));
        operation(at, "all", &object(json!({ "inner": inner })))
    };
    called(count, inline, json!({}))
}

fn inline_enums(count: usize) -> Value {
    const EACH: usize = 10;
    tree(count / EACH, |at| {
        let value =
            |number| json!({ "type": "string", "enum": [format!("a{at}"), format!("b{number}")] });
        members(EACH, |number| (format!("field{number}"), value(number)))
    })
}

fn similar_enums(count: usize) -> Value {
    let value = |at| json!({ "type": "string", "enum": ["on", "off", format!("other{at}")] });
    let properties = members(count, |at| (format!("field{at}"), value(at)));
    received(&object(properties), json!({}))
}

fn enum_values(count: usize) -> Value {
    let values: Vec<_> = (0..count).map(|at| format!("value{at}")).collect();
    let schemas = json!({ "Schema0": { "type": "string", "enum": values } });
    received(&reference(0), schemas)
}

fn untagged(count: usize) -> Value {
    let member = |at: usize| {
        let shared = |step| (format!("field{}", (at + step) % count), text());
        let mut member = object(members(5, shared));
        member["required"] = json!([format!("field{at}")]);
        member
    };
    union(count, member, &json!({}))
}

/// Objects with a required property of these values.
fn by_values(count: usize, values: impl Fn(usize) -> Vec<String>) -> Value {
    let member = |at| {
        let kind = json!({ "type": "string", "enum": values(at) });
        let mut member = object(json!({ "kind": kind, format!("field{at}"): text() }));
        member["required"] = json!(["kind"]);
        member
    };
    union(count, member, &json!({}))
}

fn constants(count: usize) -> Value {
    by_values(count, |at| vec![format!("value{at}")])
}

fn common_values(count: usize) -> Value {
    by_values(count, |at| vec!["common".to_owned(), format!("value{at}")])
}

fn tagged(count: usize) -> Value {
    let member = |at| {
        let mut member = object(json!({ "kind": text(), format!("field{at}"): text() }));
        member["required"] = json!(["kind"]);
        member
    };
    let discriminator = json!({ "discriminator": { "propertyName": "kind" } });
    union(count, member, &discriminator)
}

fn children(count: usize) -> Value {
    let child = |at| {
        let own = object(members(1, |_| (format!("field{at}"), text())));
        json!({ "allOf": [{ "$ref": "#/components/schemas/Base" }, own] })
    };
    let mut schemas = members(count, |at| (format!("Schema{at}"), child(at)));
    let mapping = members(count, |at| {
        (format!("kind{at}"), reference(at)["$ref"].clone())
    });
    let mut base = object(json!({ "kind": text() }));
    base["required"] = json!(["kind"]);
    base["discriminator"] = json!({ "propertyName": "kind", "mapping": mapping });
    schemas.insert("Base".to_owned(), base);
    received(&json!({ "$ref": "#/components/schemas/Base" }), schemas)
}

fn composed(count: usize) -> Value {
    let shared = object(members(5, |at| (format!("shared{at}"), text())));
    let mut schemas = members(count, |at| {
        let own = object(members(1, |_| (format!("field{at}"), text())));
        let parts = json!([{ "$ref": "#/components/schemas/Shared" }, own]);
        (format!("Schema{at}"), json!({ "allOf": parts }))
    });
    schemas.insert("Shared".to_owned(), shared);
    called(count, |at| operation(at, "all", &reference(at)), schemas)
}
