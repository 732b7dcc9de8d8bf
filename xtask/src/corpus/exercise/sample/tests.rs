use serde_json::{Value, json};

use super::{Direction, sample};
use crate::corpus::exercise::source::Source;

fn of(components: &Value, schema: &Value) -> Option<Value> {
    let document = json!({ "components": { "schemas": components } });
    let source = Source::parse(&document.to_string()).unwrap();
    sample(&source, Direction::Response, schema)
}

#[test]
fn an_object_has_all_properties_of_its_direction() {
    let schema = json!({
        "type": "object", "required": ["id"],
        "properties": {
            "id": { "type": "integer", "minimum": 3 },
            "name": { "type": "string", "minLength": 12 },
            "tags": { "type": "array", "items": { "enum": ["a", "b"] } },
            "password": { "type": "string", "writeOnly": true },
            "code": { "type": "string", "pattern": "^[A-Z]{3}$" },
        },
    });
    let expected = json!({ "id": 3, "name": "some textxxx", "tags": ["a"], "code": "AAA" });
    assert_eq!(of(&json!({}), &schema), Some(expected));
}

#[test]
fn a_circle_ends_where_a_property_is_optional() {
    let node = json!({ "Node": {
        "type": "object",
        "properties": { "value": { "type": "number" }, "next": { "$ref": "#/components/schemas/Node" } },
    } });
    let expected = json!({ "value": 1.5 });
    assert_eq!(
        of(&node, &json!({ "$ref": "#/components/schemas/Node" })),
        Some(expected)
    );
}

#[test]
fn variants_have_the_tags_of_their_union() {
    let components = json!({
        "Cat": { "type": "object", "properties": { "kind": { "type": "string" }, "lives": { "type": "integer" } } },
        "Dog": { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "properties": { "barks": { "type": "boolean" } } }] },
        "Base": {
            "type": "object", "properties": { "type": { "type": "string" } },
            "discriminator": { "propertyName": "type", "mapping": { "dog": "#/components/schemas/Dog" } },
        },
    });
    let union = json!({
        "oneOf": [{ "$ref": "#/components/schemas/Cat" }],
        "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat" } },
    });
    assert_eq!(
        of(&components, &union),
        Some(json!({ "kind": "cat", "lives": 1 }))
    );
    let dog = json!({ "type": "dog", "barks": true });
    for name in ["Dog", "Base"] {
        let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
        assert_eq!(of(&components, &schema), Some(dog.clone()), "{name}");
    }
}

#[test]
fn members_of_all_of_are_merged() {
    let schema = json!({
        "allOf": [{ "description": "Nothing" }, { "properties": { "a": { "const": 1 }, "d": { "writeOnly": true } } }, { "properties": { "b": { "type": ["null", "boolean"] } } }],
        "properties": { "c": { "type": "object", "additionalProperties": { "type": "integer" } }, "d": {} },
    });
    assert_eq!(
        of(&json!({}), &schema),
        Some(json!({ "a": 1, "b": true, "c": { "key": 1 } }))
    );
}
