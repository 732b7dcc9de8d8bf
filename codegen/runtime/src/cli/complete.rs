//! Completes bodies with constants, discriminators and required objects.

use serde_json::{Map, Value};

use super::fields;
use super::schema::{Form, tags, variant_of};
use super::table::{Table, is, text};

/// Values beyond this depth are left as they are.
const DEPTH: usize = 32;

/// Adds the required objects that no flag sets, because only their properties have flags.
pub(crate) fn fill(table: &Table, ty: &'static Value, value: &mut Value, depth: usize) {
    match table.schema(ty).form {
        Form::Object(fields, _) if depth < fields::DEPTH => {
            let Some(object) = value.as_object_mut() else {
                return;
            };
            for field in fields {
                let (Some(name), Some(ty)) = (text(field, "name"), field.get("type")) else {
                    continue;
                };
                let schema = table.schema(ty);
                let is_needed = is(field, "required") && !schema.is_nullable;
                let has_flags = matches!(schema.form, Form::Object(inner, _) if !inner.is_empty());
                if has_flags && (is_needed || object.contains_key(name)) {
                    let inner = object.entry(name).or_insert_with(|| Map::new().into());
                    fill(table, ty, inner, depth + 1);
                }
            }
        }
        Form::Tagged(property, variants) => {
            let variant = variant_of(property, variants, value);
            if let Some(ty) = variant.and_then(|it| it.get("type")) {
                fill(table, ty, value, depth + 1);
            }
        }
        _ => {}
    }
}

/// Adds the required constants and the discriminators with one value.
pub(crate) fn complete(table: &Table, ty: &'static Value, value: &mut Value, depth: usize) {
    if depth > DEPTH {
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
            let variant = variant_of(property, variants, value);
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
