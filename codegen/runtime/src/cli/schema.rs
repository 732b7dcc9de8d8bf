//! Types of values.

use serde_json::Value;

use super::table::{Table, list, text};

/// The type of a value, aliases resolved.
#[derive(Clone, Copy)]
pub(crate) struct Schema {
    pub(crate) form: Form,
    /// Whether null is a value of its own.
    pub(crate) is_nullable: bool,
    /// The named type, for its description.
    pub(crate) named: Option<&'static Value>,
}

/// The form of a value.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Boolean,
    Integer(Bounds),
    Number,
    Text(Rules),
    /// Any JSON value.
    Any,
    List(&'static Value),
    Tuple(&'static [Value]),
    Map(&'static Value),
    /// Known values, besides which others are accepted.
    Enum(&'static [Value]),
    /// The properties, and the type of others.
    Object(&'static [Value], Option<&'static Value>),
    /// The discriminator, and the variants.
    Tagged(&'static str, &'static [Value]),
    Untagged(&'static [Value]),
}

/// The rules of an integer.
#[derive(Clone, Copy, Default)]
pub(crate) struct Bounds {
    pub(crate) format: &'static str,
    pub(crate) min: Option<i128>,
    pub(crate) max: Option<i128>,
    pub(crate) step: Option<i128>,
    pub(crate) sample: Option<i128>,
}

/// The rules of a string.
#[derive(Clone, Copy, Default)]
pub(crate) struct Rules {
    pub(crate) format: &'static str,
    pub(crate) pattern: Option<&'static str>,
    pub(crate) min: Option<u64>,
    pub(crate) max: Option<u64>,
    pub(crate) sample: Option<&'static str>,
}

/// More steps than this are a cycle of aliases.
const STEPS: usize = 64;

impl Table {
    /// The type of a use such as `"#Pet"`.
    pub(crate) fn schema(&self, mut used: &'static Value) -> Schema {
        let mut is_nullable = false;
        let mut named = None;
        for _ in 0..STEPS {
            if let Some(inner) = used.get("nullable") {
                is_nullable = true;
                used = inner;
                continue;
            }
            let Some(name) = used.as_str().and_then(|it| it.strip_prefix('#')) else {
                break;
            };
            let ty = self.ty(name);
            named = named.or(Some(ty));
            match ty.get("alias") {
                Some(target) => used = target,
                None => {
                    return Schema {
                        form: declared(ty),
                        is_nullable,
                        named,
                    };
                }
            }
        }
        Schema {
            form: plain(used),
            is_nullable,
            named,
        }
    }
}

/// The form of a type without a name.
fn plain(used: &'static Value) -> Form {
    if let Some(item) = used.get("list") {
        return Form::List(item);
    }
    if let Some(value) = used.get("map") {
        return Form::Map(value);
    }
    if used.get("tuple").is_some() {
        return Form::Tuple(list(used, "tuple"));
    }
    match used.as_str().unwrap_or_default() {
        "boolean" => Form::Boolean,
        "number" | "decimal" => Form::Number,
        "any" | "" => Form::Any,
        format if format.starts_with("int") || format.starts_with("uint") => {
            Form::Integer(Bounds {
                format,
                ..Bounds::default()
            })
        }
        format => Form::Text(Rules {
            format,
            ..Rules::default()
        }),
    }
}

/// The form of a named type.
fn declared(ty: &'static Value) -> Form {
    if let Some(object) = ty.get("object") {
        return Form::Object(list(object, "fields"), object.get("other"));
    }
    if let Some(tagged) = ty.get("tagged") {
        let property = text(tagged, "property").unwrap_or_default();
        return Form::Tagged(property, list(tagged, "variants"));
    }
    if let Some(rules) = ty.get("text") {
        return Form::Text(Rules {
            format: text(rules, "format").unwrap_or_default(),
            pattern: text(rules, "pattern"),
            min: rules.get("min").and_then(Value::as_u64),
            max: rules.get("max").and_then(Value::as_u64),
            sample: text(rules, "sample"),
        });
    }
    if let Some(bounds) = ty.get("integer") {
        let number = |key: &str| integer(bounds.get(key)?);
        return Form::Integer(Bounds {
            format: text(bounds, "format").unwrap_or_default(),
            min: number("min"),
            max: number("max"),
            step: number("step"),
            sample: number("sample"),
        });
    }
    if ty.get("enum").is_some() {
        return Form::Enum(list(ty, "enum"));
    }
    if ty.get("untagged").is_some() {
        return Form::Untagged(list(ty, "untagged"));
    }
    Form::Any
}

/// A whole number.
pub(crate) fn integer(value: &Value) -> Option<i128> {
    let signed = value.as_i64().map(i128::from);
    signed.or_else(|| value.as_u64().map(i128::from))
}

/// The name of a form in help.
pub(crate) fn name(table: &Table, schema: Schema) -> String {
    match schema.form {
        Form::Boolean => "boolean".to_owned(),
        Form::Integer(bounds) => bounds.format.to_owned(),
        Form::Number => "number".to_owned(),
        Form::Text(rules) => rules.format.to_owned(),
        Form::Any | Form::Untagged(_) => "value".to_owned(),
        Form::List(item) => [&name(table, table.schema(item)), ".."].concat(),
        Form::Tuple(_) => "list".to_owned(),
        Form::Map(value) => ["key=", &name(table, table.schema(value))].concat(),
        Form::Enum(values) => match values.first() {
            Some(Value::Number(_)) => "integer".to_owned(),
            _ => "string".to_owned(),
        },
        Form::Object(..) | Form::Tagged(..) => "object".to_owned(),
    }
}

/// The value of the discriminator that selects a variant, and its other names.
pub(crate) fn tags(variant: &'static Value) -> Vec<&'static str> {
    let several: Vec<_> = super::table::texts(variant, "tags").collect();
    if several.is_empty() {
        text(variant, "label").into_iter().collect()
    } else {
        several
    }
}

/// The variant that the discriminator of a value selects.
pub(crate) fn variant_of(
    property: &str,
    variants: &'static [Value],
    value: &Value,
) -> Option<&'static Value> {
    let tag = value.get(property)?.as_str()?;
    variants.iter().find(|variant| tags(variant).contains(&tag))
}
