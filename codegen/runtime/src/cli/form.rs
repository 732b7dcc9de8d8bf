//! Bodies of forms.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::failure::{Problem, problem};
use super::redact::is_secret;
use super::schema::{Form as Kind, Schema};
use super::table::{Table, text};
use crate::wire::Part;
use crate::wire::encode::{Encode, Entries, View};

/// The fields of a form, which the client encodes.
pub(crate) struct Form(Vec<(String, Field)>);

enum Field {
    Json(Value),
    Secret(Value),
    Files(Vec<Part>),
}

/// Reads the fields of a form. The values of files are their paths, and `flag` names the flag of a field.
pub(crate) fn form(
    table: &Table,
    ty: &'static Value,
    value: Value,
    flag: impl Fn(&str) -> String,
    problems: &mut Vec<Problem>,
) -> Form {
    let object = table.schema(ty);
    let entries = match value {
        Value::Object(entries) => entries,
        _ => serde_json::Map::new(),
    };
    let fields = entries.into_iter().map(|(name, value)| {
        let schema = property(table, object, &name);
        let field = match schema {
            Some(schema) if is_file(schema) => {
                let found = files(&value).map_err(|error| {
                    let message = format!("names a file that cannot be read: {error}");
                    problems.push(problem(&flag(&name), &message));
                });
                Field::Files(found.unwrap_or_default())
            }
            Some(schema) if is_secret(schema) => Field::Secret(value),
            _ => Field::Json(value),
        };
        (name, field)
    });
    Form(fields.collect())
}

/// The type of a property, or of its items.
fn property(table: &Table, object: Schema, name: &str) -> Option<Schema> {
    let Kind::Object(fields, _) = object.form else {
        return None;
    };
    let field = fields.iter().find(|it| text(it, "name") == Some(name))?;
    let schema = table.schema(field.get("type")?);
    Some(match schema.form {
        Kind::List(item) => table.schema(item),
        _ => schema,
    })
}

fn is_file(schema: Schema) -> bool {
    matches!(schema.form, Kind::Text(rules) if matches!(rules.format, "file" | "binary"))
}

/// The files at a path, or at each path of a list.
fn files(value: &Value) -> std::io::Result<Vec<Part>> {
    let paths = match value {
        Value::Array(paths) => paths.as_slice(),
        path => std::slice::from_ref(path),
    };
    let paths = paths.iter().filter_map(Value::as_str);
    let files = paths.map(|path| {
        let part = Part::new(fs::read(path)?);
        let name = Path::new(path).file_name();
        Ok(match name {
            Some(name) => part.file_name(name.to_string_lossy()),
            None => part,
        })
    });
    files.collect()
}

impl Encode for Form {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl Entries for Form {
    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, View<'a>)) {
        for (name, field) in &self.0 {
            visit(
                name,
                match field {
                    Field::Json(value) => View::Json(value),
                    Field::Secret(value) => View::Secret(value),
                    Field::Files(files) => files.view(),
                },
            );
        }
    }
}
