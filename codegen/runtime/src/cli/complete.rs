//! What a body has besides the values of flags and files.

use serde_json::{Map, Value};

use super::schema::{Form, Schema, tags};
use super::table::{Table, is, text};

/// Adds the required objects that no flag sets: their properties have flags, and the objects themselves have none.
pub(crate) fn fill(table: &Table, ty: &'static Value, value: &mut Value, depth: usize) {
    match table.schema(ty).form {
        Form::Object(fields, _) if depth < 4 => {
            let required = fields.iter().filter(|it| is(it, "required"));
            for (field, name) in required.filter_map(|it| Some((it, text(it, "name")?))) {
                let inner = field.get("type").map(|ty| (ty, table.schema(ty)));
                let inner = inner.filter(|(_, schema)| !schema.is_nullable);
                let is_object = |schema: Schema| matches!(schema.form, Form::Object(inner, _) if !inner.is_empty());
                let inner = inner.filter(|(_, schema)| is_object(*schema));
                if let (Some((ty, _)), Some(object)) = (inner, value.as_object_mut()) {
                    let inner = object.entry(name).or_insert_with(|| Map::new().into());
                    fill(table, ty, inner, depth + 1);
                }
            }
        }
        Form::Tagged(property, variants) => {
            let tag = value
                .get(property)
                .and_then(Value::as_str)
                .unwrap_or_default();
            let variant = variants.iter().find(|it| tags(it).contains(&tag));
            if let Some(ty) = variant.and_then(|it| it.get("type")) {
                fill(table, ty, value, depth + 1);
            }
        }
        _ => {}
    }
}

/// Adds the required constants and the discriminators with one value.
pub(crate) fn complete(table: &Table, ty: &'static Value, value: &mut Value, depth: usize) {
    if depth > 32 {
        return;
    }
    match table.schema(ty).form {
        Form::Object(fields, _) => {
            for field in fields {
                let Some(name) = text(field, "name") else {
                    continue;
                };
                let Some(object) = value.as_object_mut() else {
                    return;
                };
                let constant = field.get("constant").filter(|_| is(field, "required"));
                if let Some(constant) = constant {
                    object.entry(name).or_insert_with(|| constant.clone());
                } else if let (Some(inner), Some(ty)) = (object.get_mut(name), field.get("type")) {
                    complete(table, ty, inner, depth + 1);
                }
            }
        }
        Form::Tagged(property, variants) => {
            let only = variants.first().filter(|_| variants.len() == 1).map(tags);
            if let (Some([only]), Some(object)) = (only.as_deref(), value.as_object_mut()) {
                object.entry(property).or_insert_with(|| Value::from(*only));
            }
            let tag = value
                .get(property)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned();
            let variant = variants.iter().find(|it| tags(it).contains(&&*tag));
            if let Some(ty) = variant.and_then(|it| it.get("type")) {
                complete(table, ty, value, depth + 1);
            }
        }
        Form::List(ty) => {
            let items = value.as_array_mut().into_iter().flatten();
            items.for_each(|item| complete(table, ty, item, depth + 1));
        }
        _ => {}
    }
}
