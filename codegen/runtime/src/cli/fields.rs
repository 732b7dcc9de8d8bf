//! The properties of a body as flags.
//!
//! A property of an object in the body is `--outer.inner`. The variants of a union share flags: the value of the
//! discriminator decides which of them apply, and of which type they are.

use serde_json::Value;

use super::own;
use super::schema::{Form, Schema, tags};
use super::table::{Table, is, list, text};

/// A flag for a property.
pub(crate) struct Field {
    pub(crate) flag: String,
    /// The keys that lead to the property.
    pub(crate) keys: Vec<&'static str>,
    /// The types of the property, each with the conditions under which it has it.
    pub(crate) uses: Vec<Use>,
}

/// A property of one type.
#[derive(Clone)]
pub(crate) struct Use {
    /// The type.
    pub(crate) ty: &'static Value,
    /// Its description, default and rules; null for a discriminator.
    pub(crate) about: &'static Value,
    pub(crate) is_required: bool,
    /// The known values of a discriminator.
    pub(crate) tags: Vec<&'static str>,
    /// All of these hold.
    pub(crate) conditions: Vec<Condition>,
}

/// A discriminator has one of these values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) keys: Vec<&'static str>,
    pub(crate) tags: Vec<&'static str>,
}

/// Objects in objects beyond this depth are flags of JSON.
pub(crate) const DEPTH: usize = 4;

/// The type of a discriminator.
static STRING: Value = Value::Null;

/// The flags of the JSON body of a command, if it is an object.
pub(crate) fn fields(table: &Table, command: &'static Value) -> Vec<Field> {
    let Some(media) = media(command) else {
        return Vec::new();
    };
    let mut walk = Walk {
        table,
        tag: text(command, "tag"),
        found: Vec::new(),
        open: Vec::new(),
    };
    if let Some(ty) = media.get("type") {
        walk.value(ty, &[], &[]);
    }
    let mut fields = walk.found;
    let parameters: Vec<_> = list(command, "flags").iter().collect();
    for field in &mut fields {
        let is_taken = parameters.iter().any(|it| {
            let mut aliases = super::table::texts(it, "aliases");
            text(it, "flag") == Some(&field.flag) || aliases.any(|alias| alias == field.flag)
        });
        if is_taken || own::is_reserved(&field.flag) || field.flag.starts_with('-') {
            field.flag = ["body.", &field.flag].concat();
        }
    }
    fields
}

/// The default media type of the body, if flags can describe it.
pub(crate) fn media(command: &'static Value) -> Option<&'static Value> {
    let media = list(command.get("body")?, "media").first()?;
    has_properties(media).then_some(media)
}

/// Whether bodies of a media type are JSON or forms.
pub(crate) fn has_properties(media: &'static Value) -> bool {
    matches!(text(media, "encoding"), Some("json" | "form" | "multipart"))
}

struct Walk<'a> {
    table: &'a Table,
    /// The discriminator whose value is a parameter.
    tag: Option<&'static str>,
    found: Vec<Field>,
    /// The types around the current one.
    open: Vec<*const Value>,
}

impl Walk<'_> {
    fn value(&mut self, ty: &'static Value, keys: &[&'static str], conditions: &[Condition]) {
        let schema = self.table.schema(ty);
        match schema.form {
            Form::Object(fields, _) => {
                for field in fields {
                    self.property(field, keys, conditions);
                }
            }
            Form::Tagged(property, variants) => self.tagged(property, variants, keys, conditions),
            Form::Untagged(variants) => {
                for variant in variants.iter().filter(|it| it.get("key").is_none()) {
                    if let Some(ty) = variant.get("type") {
                        self.value(ty, keys, conditions);
                    }
                }
            }
            _ => {}
        }
    }

    fn tagged(
        &mut self,
        property: &'static str,
        variants: &'static [Value],
        keys: &[&'static str],
        conditions: &[Condition],
    ) {
        let own = [keys, &[property]].concat();
        if !self.is_tag(keys, property) {
            let discriminator = Use {
                ty: &STRING,
                about: &STRING,
                is_required: true,
                tags: variants.iter().flat_map(tags).collect(),
                conditions: conditions.to_vec(),
            };
            self.add(own.clone(), discriminator);
        }
        for variant in variants {
            let condition = Condition {
                keys: own.clone(),
                tags: tags(variant),
            };
            let conditions = [conditions, &[condition]].concat();
            if let Some(ty) = variant.get("type") {
                self.value(ty, keys, &conditions);
            }
        }
    }

    fn property(&mut self, field: &'static Value, keys: &[&'static str], conditions: &[Condition]) {
        let Some(name) = text(field, "name").filter(|it| !self.is_tag(keys, it)) else {
            return;
        };
        // A constant is sent anyway; who writes it down is not wrong.
        if let Some(constant) = field.get("constant") {
            let constant = constant.as_str().map(|constant| Use {
                ty: &STRING,
                about: field,
                is_required: false,
                tags: vec![constant],
                conditions: conditions.to_vec(),
            });
            if let Some(constant) = constant {
                self.add([keys, &[name]].concat(), constant);
            }
            return;
        }
        let Some(ty) = field.get("type") else {
            return;
        };
        let keys = [keys, &[name]].concat();
        let schema = self.table.schema(ty);
        if self.is_nested(schema, keys.len()) {
            let place = schema.named.map(std::ptr::from_ref);
            self.open.extend(place);
            self.value(ty, &keys, conditions);
            if place.is_some() {
                self.open.pop();
            }
            if !schema.is_nullable {
                return;
            }
        }
        let property = Use {
            ty,
            about: field,
            is_required: is(field, "required"),
            tags: Vec::new(),
            conditions: conditions.to_vec(),
        };
        self.add(keys, property);
    }

    /// Whether a parameter has the value of the property.
    fn is_tag(&self, keys: &[&'static str], name: &str) -> bool {
        keys.is_empty() && self.tag == Some(name)
    }

    /// Whether the properties of a value have flags of their own.
    fn is_nested(&self, schema: Schema, depth: usize) -> bool {
        let place = schema.named.map(std::ptr::from_ref);
        let is_open = place.is_some_and(|place| self.open.contains(&place));
        let has_fields = match schema.form {
            Form::Object(fields, _) => !fields.is_empty(),
            Form::Tagged(..) => true,
            _ => false,
        };
        has_fields && !is_open && depth < DEPTH
    }

    fn add(&mut self, keys: Vec<&'static str>, property: Use) {
        match self.found.iter_mut().find(|it| it.keys == keys) {
            Some(field) => field.uses.push(property),
            None => self.found.push(Field {
                flag: keys.join(".").replace(['=', ' '], "-"),
                keys,
                uses: vec![property],
            }),
        }
    }
}
