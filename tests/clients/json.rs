//! JSON that a document allows, by what the document means.

use codegen::analyze::Test;
use codegen::ir::{
    Api, EnumValues, Literal, Primitive, Scalar, Shape, Struct, TypeRef, Variant, VariantForm,
    Variants,
};
use serde_json::{Map, Value, json};

/// Values nest this deep at most; deeper, optional properties are left out long before.
const DEPTH: usize = 12;

/// How much of an object is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// All properties, and what is required of their values.
    All,
    /// What is required.
    Required,
}

/// A value of a type; none for types that hold themselves without end.
pub(super) fn of(api: &Api, ty: &TypeRef, extent: Extent) -> Option<Value> {
    value(api, ty, extent, 0)
}

/// The least value of a variant of a union without a discriminator.
pub(super) fn of_variant(api: &Api, variant: &Variant) -> Option<Value> {
    in_form(variant, || of(api, &variant.ty, Extent::Required))
}

/// What a variant is on the wire with a value of its type.
fn in_form(variant: &Variant, value: impl FnOnce() -> Option<Value>) -> Option<Value> {
    match &variant.form {
        VariantForm::Plain => value(),
        VariantForm::Keyed(key) => value().map(|value| json!({ key: value })),
        VariantForm::Constant(text) => Some(json!(text)),
    }
}

fn value(api: &Api, ty: &TypeRef, extent: Extent, depth: usize) -> Option<Value> {
    if depth > DEPTH {
        return None;
    }
    let inner = |ty| value(api, ty, Extent::Required, depth + 1);
    Some(match ty {
        TypeRef::Primitive(primitive) => of_primitive(*primitive)?,
        TypeRef::List(item) => inner(item).map_or(json!([]), |item| json!([item])),
        TypeRef::Tuple(positions) => positions.iter().map(inner).collect::<Option<_>>()?,
        TypeRef::Map(held) => inner(held).map_or(json!({}), |held| json!({ "some key": held })),
        TypeRef::Nullable(ty) => return value(api, ty, extent, depth + 1),
        TypeRef::Any => json!({ "any": [null, 1.5, "thing"] }),
        TypeRef::Named(id) => match &api.types.get(*id).shape {
            Shape::Struct(object) => return self::object(api, object, extent, depth),
            Shape::Enum(listed) => match &listed.values {
                EnumValues::Strings(values) => json!(values.first()?.value),
                EnumValues::Integers(_, values) => json!(values.first()?.value),
            },
            Shape::Scalar(Scalar::Text(..)) => json!("text"),
            Shape::Scalar(Scalar::Integer(bounds, _)) => {
                json!(bounds.minimum.or(bounds.maximum).unwrap_or(1))
            }
            Shape::Alias(target) => return value(api, target, extent, depth + 1),
            Shape::Union(union) => match &union.variants {
                Variants::Tagged(tag, variants) => variants.iter().find_map(|variant| {
                    let ty = &variant.variant.ty;
                    tagged(
                        api,
                        ty,
                        &tag.property,
                        &variant.tag,
                        Extent::Required,
                        depth + 1,
                    )
                })?,
                Variants::Untagged(variants) => variants
                    .iter()
                    .find_map(|it| in_form(it, || inner(&it.ty)))?,
            },
        },
    })
}

fn of_primitive(primitive: Primitive) -> Option<Value> {
    Some(match primitive {
        Primitive::Bool => json!(true),
        Primitive::Integer(_) => json!(7),
        Primitive::Number(_) => json!(1.5),
        Primitive::String(_) => json!("text"),
        // A file has no form in JSON.
        Primitive::File => return None,
    })
}

fn object(api: &Api, object: &Struct, extent: Extent, depth: usize) -> Option<Value> {
    let mut entries = Map::new();
    for constant in &object.constants {
        entries.insert(constant.name.clone(), constant_value(&constant.value));
    }
    for property in &object.properties {
        if extent == Extent::Required && !property.required {
            continue;
        }
        let held = match &property.constant {
            Some(constant) => Some(constant_value(constant)),
            None => value(api, &property.ty, Extent::Required, depth + 1),
        };
        match held {
            Some(held) => drop(entries.insert(property.name.clone(), held)),
            None if property.required => return None,
            None => {}
        }
    }
    Some(Value::Object(entries))
}

fn constant_value(constant: &Literal) -> Value {
    match constant {
        Literal::Bool(value) => json!(value),
        Literal::Integer(value) => match i64::try_from(*value) {
            Ok(value) => json!(value),
            Err(_) => json!(u64::try_from(*value).unwrap_or_default()),
        },
        Literal::Number(value) => json!(value),
        Literal::String(text) => json!(text),
        Literal::Null | Literal::Json(_) => Value::Null,
    }
}

/// A value of a variant with its tag.
pub(super) fn variant(api: &Api, ty: &TypeRef, property: &str, tag: &str) -> Option<Value> {
    tagged(api, ty, property, tag, Extent::All, 0)
}

fn tagged(
    api: &Api,
    ty: &TypeRef,
    property: &str,
    tag: &str,
    extent: Extent,
    depth: usize,
) -> Option<Value> {
    let Value::Object(mut entries) = value(api, ty, extent, depth)? else {
        return None;
    };
    entries.insert(property.to_owned(), json!(tag));
    Some(Value::Object(entries))
}

/// A value that passes none of the tests of any variant.
pub(super) fn stranger(tests: &[&Test]) -> Option<Value> {
    let strangers = [
        json!({ "a key that no document has": [1, { "b": null }] }),
        json!(["an item that no document has"]),
        json!("a text that no document has"),
        json!(null),
        json!(123_456_789),
        json!(0.125),
        json!(true),
    ];
    let is_stranger = |value: &Value| !tests.iter().any(|test| passes(test, value));
    strangers.into_iter().find(is_stranger)
}

fn passes(test: &Test, value: &Value) -> bool {
    match test {
        Test::Any => true,
        Test::Null => value.is_null(),
        Test::Boolean => value.is_boolean(),
        Test::Constant(constant) => value.as_bool() == Some(*constant),
        Test::Integer(listed) => value
            .as_i64()
            .is_some_and(|value| listed.is_empty() || listed.contains(&value)),
        Test::Number => value.is_number(),
        Test::Text(listed) => value
            .as_str()
            .is_some_and(|value| listed.is_empty() || listed.iter().any(|it| it == value)),
        Test::List(_) => value.is_array(),
        Test::Object(object) => value
            .as_object()
            .is_some_and(|entries| object.keys.iter().all(|key| entries.contains_key(key))),
    }
}
