//! Values of JSON as expressions of Rust that call the constructors and setters of a client.

use std::collections::BTreeMap;

use codegen::plan::operation::SetParameter;
use codegen::plan::types::{
    Constructor, Enum, EnumKind, KeyPresence, Struct, TaggedVariant, TypeItem, Union, UnionKind,
};
use codegen::plan::{Argument, Required, Type};
use serde_json::{Map, Value};

/// The key of the JSON that represents a file of a form.
pub(crate) const FILE: &str = "$file";

/// The types of a client.
pub(crate) struct Types<'a> {
    /// The name of the crate in code.
    library: String,
    items: BTreeMap<&'a str, &'a TypeItem<'a>>,
}

/// Why a value cannot be written.
pub(crate) type Written = Result<String, String>;

impl<'a> Types<'a> {
    pub(crate) fn new(library: String, items: impl Iterator<Item = &'a TypeItem<'a>>) -> Self {
        Self {
            library,
            items: items.map(|item| (item.ident(), item)).collect(),
        }
    }

    pub(crate) fn library(&self) -> &str {
        &self.library
    }

    /// The type as another crate names it.
    pub(crate) fn path(&self, ty: &Type<'_>) -> String {
        let library = &self.library;
        match ty {
            Type::Decimal(_) => format!("{library}::wire::Decimal"),
            Type::Formatted(rich) => {
                format!("{library}::wire::Formatted<{library}::wire::{}>", rich.name)
            }
            Type::Secret => format!("{library}::Secret"),
            Type::Part => format!("{library}::wire::Part"),
            Type::Json => "serde_json::Value".to_owned(),
            Type::Bytes => "bytes::Bytes".to_owned(),
            Type::Body => format!("{library}::Body"),
            Type::Named(_, name) => format!("{library}::types::{name}"),
            Type::List(item) => format!("Vec<{}>", self.path(item)),
            Type::Tuple(positions) => {
                let positions: String = positions.iter().map(|it| self.path(it) + ",").collect();
                format!("({positions})")
            }
            Type::Map(value) => format!("std::collections::BTreeMap<String, {}>", self.path(value)),
            Type::Optional(value) => format!("Option<{}>", self.path(value)),
            Type::Patch(value) => format!("{library}::wire::Patch<{}>", self.path(value)),
            Type::Boxed(_, value) => self.path(value),
            scalar => scalar.to_string(),
        }
    }

    /// The type behind aliases and boxes.
    pub(crate) fn resolved<'t>(&self, ty: &'t Type<'a>) -> &'t Type<'a>
    where
        'a: 't,
    {
        match ty {
            Type::Named(_, name) => match self.items.get(name) {
                Some(TypeItem::Alias(_, _, target)) => self.resolved(target),
                _ => ty,
            },
            Type::Boxed(_, inner) => self.resolved(inner),
            _ => ty,
        }
    }

    /// The arguments of a function, as a literal of the struct in `module` that it may take.
    pub(crate) fn arguments(
        &self,
        module: &str,
        required: Option<&Required<'_>>,
        values: &[String],
    ) -> String {
        let Some(Required { ident, fields, .. }) = required else {
            return values.join(", ");
        };
        let fields = fields.iter().zip(values);
        let fields: Vec<_> = fields
            .map(|(field, value)| format!("{}: {value}", field.ident))
            .collect();
        let library = &self.library;
        format!("{library}::{module}::{ident} {{ {} }}", fields.join(", "))
    }

    /// An expression of exactly this type.
    pub(crate) fn value(&self, ty: &Type<'a>, value: &Value) -> Written {
        let library = &self.library;
        Ok(match ty {
            Type::Bool | Type::Integer(_) | Type::F32 | Type::F64 => number(ty, value)?,
            Type::Decimal(_) => {
                let text = text(value)?;
                format!("{library}::wire::Decimal::new({text:?}).map_err(text)?")
            }
            Type::String => format!("{:?}.to_owned()", text(value)?),
            Type::Formatted(_) => format!("<{}>::from({:?})", self.path(ty), text(value)?),
            Type::Secret => format!("{library}::Secret::from({:?})", text(value)?),
            Type::Part => self.part(value)?,
            Type::Json => format!("json({:?})?", value.to_string()),
            Type::Bytes | Type::Body => return Err("bytes within a value".to_owned()),
            Type::Named(_, name) => return self.named(ty, name, value),
            Type::List(item) => self.list(item, value)?,
            Type::Tuple(_) => self.read(ty, value),
            Type::Map(item) => {
                let entries = value.as_object().ok_or("not an object")?;
                self.map(item, entries)?
            }
            Type::Optional(_) if value.is_null() => "None".to_owned(),
            Type::Optional(inner) => format!("Some({})", self.value(inner, value)?),
            Type::Patch(_) if value.is_null() => format!("{library}::wire::Patch::Null"),
            Type::Patch(inner) => {
                format!(
                    "{library}::wire::Patch::Value({})",
                    self.value(inner, value)?
                )
            }
            Type::Boxed(_, inner) => format!("({}).into()", self.value(inner, value)?),
        })
    }

    /// A sample as the argument of a parameter.
    pub(crate) fn argument(&self, set: &SetParameter<'a>, value: &Value) -> Written {
        let ty = match &set.argument {
            Argument::Value(ty)
            | Argument::Reference(ty)
            | Argument::Into(ty)
            | Argument::Items(ty, _)
            | Argument::Entries(ty, _) => ty,
            Argument::Integer(width) => return suffixed(&Type::Integer(*width), value),
            Argument::Text => {
                let text = text(value)?;
                return Ok(format!("{text:?}"));
            }
            Argument::IntoEnum(_) => {
                return Err("a parameter is an enum of its operation".to_owned());
            }
        };
        let code = self.value(ty, value)?;
        Ok(match &set.argument {
            Argument::Reference(_) => format!("&{code}"),
            _ => code,
        })
    }

    /// A value that the reader of the type creates, for types without a constructor for each value.
    fn read(&self, ty: &Type<'_>, value: &Value) -> String {
        format!("read::<{}>({:?})?", self.path(ty), value.to_string())
    }

    fn part(&self, value: &Value) -> Written {
        let library = &self.library;
        let Some(file) = value.get(FILE) else {
            return Ok(format!("{library}::wire::Part::text({:?})", text(value)?));
        };
        let entry = |name: &str| file.get(name).and_then(Value::as_str).unwrap_or_default();
        Ok(format!(
            "{library}::wire::Part::new(bytes({:?})?).file_name({:?}).content_type({:?})",
            entry("base64"),
            entry("file_name"),
            entry("media_type")
        ))
    }

    fn list(&self, item: &Type<'a>, value: &Value) -> Written {
        let items = value
            .as_array()
            .map_or(std::slice::from_ref(value), Vec::as_slice);
        let items: Vec<_> = items
            .iter()
            .map(|value| self.value(item, value))
            .collect::<Result<_, _>>()?;
        Ok(match items.as_slice() {
            // Places that convert items do not tell the compiler their type.
            [] => format!("Vec::<{}>::new()", self.path(item)),
            items => format!("vec![{}]", items.join(", ")),
        })
    }

    fn map(&self, item: &Type<'a>, entries: &Map<String, Value>) -> Written {
        let entries: Vec<_> = entries
            .iter()
            .map(|(key, value)| {
                let value = self.value(item, value)?;
                Ok(format!("({key:?}.to_owned(), {value})"))
            })
            .collect::<Result<_, String>>()?;
        Ok(format!(
            "std::collections::BTreeMap::<String, {}>::from([{}])",
            self.path(item),
            entries.join(", ")
        ))
    }

    fn named(&self, ty: &Type<'a>, name: &str, value: &Value) -> Written {
        let path = self.path(ty);
        match self.items.get(name) {
            Some(TypeItem::Struct(item)) => self.object(&path, item, value),
            Some(TypeItem::Enum(item)) => {
                Ok(variant(&path, item, value).unwrap_or_else(|| self.read(ty, value)))
            }
            Some(TypeItem::Union(item)) => self.union(ty, item, value),
            Some(TypeItem::Text(_)) => Ok(format!("{path}::new_unchecked({:?})", text(value)?)),
            Some(TypeItem::Alias(_, _, target)) => self.value(target, value),
            Some(TypeItem::Integer(_)) | None => Ok(self.read(ty, value)),
        }
    }

    fn union(&self, ty: &Type<'a>, item: &Union<'a>, value: &Value) -> Written {
        let UnionKind::Tagged(tagged) = &item.variants else {
            return Ok(self.read(ty, value));
        };
        let tag = value.get(tagged.property).and_then(Value::as_str);
        let tag = tag.ok_or("the discriminator is missing")?;
        let is_tagged =
            |it: &&TaggedVariant<'_>| it.tag == tag || it.nested.iter().any(|nested| nested == tag);
        let Some(variant) = tagged.variants.iter().find(is_tagged) else {
            return Ok(self.read(ty, value));
        };
        let mut payload = value.clone();
        let is_written_by_payload = !variant.nested.is_empty();
        if let (Some(object), false) = (payload.as_object_mut(), is_written_by_payload) {
            object.remove(tagged.property);
        }
        let payload = self.value(&variant.payload, &payload)?;
        Ok(format!("{}::{}({payload})", self.path(ty), variant.ident))
    }

    fn object(&self, path: &str, item: &Struct<'a>, value: &Value) -> Written {
        let mut entries = value.as_object().ok_or("not an object")?.clone();
        let mut code = match &item.constructor {
            Constructor::Empty => format!("{path}::default()"),
            Constructor::New(new) => {
                let arguments = new.arguments.iter().map(|(ident, _)| {
                    let value = self.take(item, ident, &mut entries)?;
                    value.ok_or_else(|| format!("`{ident}` is required"))
                });
                let arguments: Vec<_> = arguments.collect::<Result<_, String>>()?;
                let arguments = self.arguments("types", new.required.as_ref(), &arguments);
                format!("{path}::new({arguments})")
            }
        };
        for constant in item.constants {
            entries.remove(&constant.name);
        }
        for field in &item.fields {
            if let Some(value) = self.take(item, field.ident, &mut entries)? {
                code = format!("{code}.{}({value})", field.ident);
            }
        }
        if entries.is_empty() {
            return Ok(code);
        }
        let Some(rest) = &item.rest else {
            let keys: Vec<_> = entries.keys().map(String::as_str).collect();
            return Err(format!("no field for `{}`", keys.join("`, `")));
        };
        let Type::Map(values) = &rest.map else {
            return Err("other properties are not a map".to_owned());
        };
        Ok(format!(
            "{code}.{}({})",
            rest.ident,
            self.map(values, &entries)?
        ))
    }

    /// Removes the value of a field from an object.
    fn take(
        &self,
        item: &Struct<'a>,
        ident: &str,
        entries: &mut Map<String, Value>,
    ) -> Result<Option<String>, String> {
        let field = item.fields.iter().find(|field| field.ident == ident);
        let Some((field, value)) = field.and_then(|it| Some((it, entries.remove(it.key)?))) else {
            return Ok(None);
        };
        let ty = match (&field.ty, field.key_presence) {
            (Type::Optional(inner), KeyPresence::Optional) => inner,
            (ty, _) => ty,
        };
        // Setters and constructors box their argument.
        let ty = if let Type::Boxed(_, inner) = ty {
            inner
        } else {
            ty
        };
        if value.is_null() && !matches!(ty, Type::Optional(_) | Type::Patch(_)) {
            return Err(format!("`{}` cannot be null", field.key));
        }
        self.value(ty, &value).map(Some)
    }
}

fn variant(path: &str, item: &Enum<'_>, value: &Value) -> Option<String> {
    let ident = match &item.variants {
        EnumKind::Strings(variants) => {
            let value = value.as_str()?;
            variants.iter().find(|it| it.value == value)?.ident
        }
        EnumKind::Integers(variants) => {
            let value = value.as_i64()?;
            variants.iter().find(|it| it.value == value)?.ident
        }
    };
    Some(format!("{path}::{ident}"))
}

/// A literal; query parameters and headers hold it as text.
fn number(ty: &Type<'_>, value: &Value) -> Written {
    let text = text(value)?;
    let wrong = |error: &dyn std::fmt::Display| format!("`{text}` is not a {ty}: {error}");
    match ty {
        Type::Bool => text
            .parse::<bool>()
            .map(|it| it.to_string())
            .map_err(|it| wrong(&it)),
        Type::F32 | Type::F64 => {
            let number = text.parse::<f64>().map_err(|it| wrong(&it))?;
            Ok(format!("{number:?}"))
        }
        _ => text
            .parse::<i128>()
            .map(|it| it.to_string())
            .map_err(|it| wrong(&it)),
    }
}

/// A number with its type, for a place that takes any integer.
pub(crate) fn suffixed(ty: &Type<'_>, value: &Value) -> Written {
    Ok(format!("{}_{ty}", number(ty, value)?))
}

/// A scalar as text.
fn text(value: &Value) -> Written {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        _ => Err(format!("`{value}` is not a scalar")),
    }
}
