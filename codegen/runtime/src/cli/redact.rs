//! Bodies without secrets.

use serde_json::Value;

use super::schema::{Form, Schema, variant_of};
use super::table::{Table, text};
use crate::wire::redacted::REDACTED;
use crate::wire::secrets::without_secrets;

/// Values beyond this depth are redacted.
const DEPTH: usize = 64;

/// A body in which secrets, by type and by name, are replaced.
pub(crate) fn redacted(table: &Table, ty: &'static Value, body: &Value) -> Value {
    let mut shown = without_secrets(body).into_owned();
    hide(table, table.schema(ty), &mut shown, 0);
    shown
}

/// Whether a value of the type is a secret.
pub(crate) fn is_secret(schema: Schema) -> bool {
    matches!(schema.form, Form::Text(rules) if rules.format == "password")
}

fn hide(table: &Table, schema: Schema, value: &mut Value, depth: usize) {
    if value.is_null() {
        return;
    }
    if is_secret(schema) || depth > DEPTH {
        *value = Value::from(REDACTED);
        return;
    }
    let below = |ty: Option<&'static Value>, value: &mut Value| {
        if let Some(ty) = ty {
            hide(table, table.schema(ty), value, depth + 1);
        }
    };
    match schema.form {
        Form::Object(fields, other) => {
            for (key, value) in value.as_object_mut().into_iter().flatten() {
                let field = fields.iter().find(|it| text(it, "name") == Some(key));
                below(field.map_or(other, |it| it.get("type")), value);
            }
        }
        Form::Map(ty) => {
            let entries = value.as_object_mut().into_iter().flatten();
            entries.for_each(|(_, value)| below(Some(ty), value));
        }
        Form::List(ty) => {
            let items = value.as_array_mut().into_iter().flatten();
            items.for_each(|value| below(Some(ty), value));
        }
        Form::Tagged(property, variants) => {
            let variant = variant_of(property, variants, value);
            below(variant.and_then(|it| it.get("type")), value);
        }
        // Whichever alternative it is: a secret of one is hidden.
        Form::Untagged(variants) => {
            for variant in variants.iter().filter(|it| it.get("key").is_none()) {
                below(variant.get("type"), value);
            }
        }
        _ => {}
    }
}
