//! Validates values by their types, before anything is sent.

use std::fmt::Display;

use regress::{Flags, Regex};
use serde_json::Value;

use super::schema::{Bounds, Form, Rules, Schema, integer, tags, variant_of};
use super::table::{Table, is, text};

/// A rule that a value breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// The keys that lead to the value.
    pub(crate) path: Vec<String>,
    pub(crate) message: String,
}

/// Objects in objects beyond this depth are not validated.
const DEPTH: usize = 64;

/// Validates a value of the type that `used` refers to.
pub(crate) fn check(table: &Table, used: &'static Value, value: &Value) -> Vec<Violation> {
    let mut check = Check {
        table,
        path: Vec::new(),
        found: Vec::new(),
    };
    check.value(table.schema(used), value);
    check.found
}

struct Check<'a> {
    table: &'a Table,
    path: Vec<String>,
    found: Vec<Violation>,
}

impl Check<'_> {
    fn report(&mut self, message: impl Into<String>) {
        self.found.push(Violation {
            path: self.path.clone(),
            message: message.into(),
        });
    }

    fn below(&mut self, key: impl Display, check: impl FnOnce(&mut Self)) {
        self.path.push(key.to_string());
        check(self);
        self.path.pop();
    }

    fn value(&mut self, schema: Schema, value: &Value) {
        if self.path.len() > DEPTH || value.is_null() && schema.is_nullable {
            return;
        }
        match schema.form {
            Form::Any => {}
            Form::Boolean if value.is_boolean() => {}
            Form::Boolean => self.report("is not `true` or `false`"),
            Form::Integer(bounds) => match integer(value) {
                Some(number) => self.integer(bounds, number),
                None => self.report("is not a whole number"),
            },
            Form::Number if value.is_number() => {}
            Form::Number => self.report("is not a number"),
            Form::Text(rules) => match value.as_str() {
                Some(text) => self.text(rules, text),
                None => self.report("is not a string"),
            },
            Form::Enum(values) => self.known(values, value),
            Form::List(item) => match value.as_array() {
                Some(items) => self.items(|_| Some(item), items),
                None => self.report("is not a list"),
            },
            Form::Tuple(types) => match value.as_array() {
                Some(items) if items.len() == types.len() => self.items(|at| types.get(at), items),
                _ => self.report(format!("is not a list of {} values", types.len())),
            },
            Form::Map(ty) => self.entries(value, &|_| Some(ty)),
            Form::Object(fields, other) => self.object(fields, other, value),
            Form::Tagged(property, variants) => self.tagged(property, variants, value),
            Form::Untagged(variants) => self.untagged(variants, value),
        }
    }

    fn integer(&mut self, bounds: Bounds, number: i128) {
        if let Some(least) = bounds.min.filter(|least| number < *least) {
            self.report(format!("is less than {least}"));
        }
        if let Some(most) = bounds.max.filter(|most| number > *most) {
            self.report(format!("is greater than {most}"));
        }
        if let Some(step) = bounds.step.filter(|step| *step != 0 && number % step != 0) {
            self.report(format!("is not a multiple of {step}"));
        }
        if !fits(bounds.format, number) {
            self.report(format!("does not fit into {}", bounds.format));
        }
    }

    fn text(&mut self, rules: Rules, text: &str) {
        let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
        if let Some(least) = rules.min.filter(|least| length < *least) {
            self.report(format!("has fewer than {least} characters"));
        }
        if let Some(most) = rules.max.filter(|most| length > *most) {
            self.report(format!("has more than {most} characters"));
        }
        if let Some(pattern) = rules.pattern.filter(|pattern| !matches(pattern, text)) {
            self.report(format!("does not match the pattern `{pattern}`"));
        }
    }

    /// Other values than those of the document are accepted, but not of another kind.
    fn known(&mut self, values: &'static [Value], value: &Value) {
        match values.first() {
            Some(Value::Number(_)) if !value.is_number() => self.report("is not a number"),
            Some(Value::String(_)) if !value.is_string() => self.report("is not a string"),
            _ => {}
        }
    }

    fn items(&mut self, ty: impl Fn(usize) -> Option<&'static Value>, items: &[Value]) {
        for (position, item) in items.iter().enumerate() {
            if let Some(ty) = ty(position) {
                let schema = self.table.schema(ty);
                self.below(position, |check| check.value(schema, item));
            }
        }
    }

    fn entries(&mut self, value: &Value, ty: &dyn Fn(&str) -> Option<&'static Value>) {
        let Some(entries) = value.as_object() else {
            self.report("is not an object");
            return;
        };
        for (key, value) in entries {
            if let Some(ty) = ty(key) {
                let schema = self.table.schema(ty);
                self.below(key, |check| check.value(schema, value));
            }
        }
    }

    fn object(&mut self, fields: &'static [Value], other: Option<&'static Value>, value: &Value) {
        let field = |key: &str| fields.iter().find(|it| text(it, "name") == Some(key));
        self.entries(value, &|key| match field(key) {
            Some(field) => field.get("type"),
            None => other,
        });
        for field in fields {
            let Some(name) = text(field, "name") else {
                continue;
            };
            let found = value.get(name);
            match (field.get("constant"), found) {
                (Some(constant), Some(found)) if found != constant => {
                    self.below(name, |check| check.report(format!("is not {constant}")));
                }
                // A constant is added before the body is sent.
                (None, None) if is(field, "required") && value.is_object() => {
                    self.below(name, |check| check.report("is missing"));
                }
                _ => {}
            }
        }
    }

    /// A value of the discriminator that the document does not know selects no type.
    fn tagged(&mut self, property: &'static str, variants: &'static [Value], value: &Value) {
        let tag = value.get(property);
        let variant = variant_of(property, variants, value);
        match (value.as_object(), tag, variant) {
            (None, ..) => self.report("is not an object"),
            (_, None | Some(Value::Null), _) => {
                let known: Vec<_> = variants.iter().flat_map(tags).collect();
                let message = format!("is missing; known values: {}", known.join(", "));
                self.below(property, |check| check.report(message));
            }
            (.., Some(variant)) => {
                if let Some(ty) = variant.get("type") {
                    let schema = self.table.schema(ty);
                    self.value(schema, value);
                }
            }
            _ => {}
        }
    }

    /// Reports the violations of the variant that has the fewest.
    fn untagged(&mut self, variants: &'static [Value], value: &Value) {
        let tried = variants.iter().map(|variant| self.variant(variant, value));
        let least = tried.min_by_key(Vec::len);
        self.found.extend(least.unwrap_or_default());
    }

    fn variant(&self, variant: &'static Value, value: &Value) -> Vec<Violation> {
        let mut check = Check {
            table: self.table,
            path: self.path.clone(),
            found: Vec::new(),
        };
        if let Some(constant) = text(variant, "constant") {
            if value.as_str() != Some(constant) {
                check.report(format!("is not `{constant}`"));
            }
            return check.found;
        }
        let inner = match text(variant, "key") {
            None => Some(value),
            Some(key) => value.get(key),
        };
        match (inner, variant.get("type")) {
            (Some(inner), Some(ty)) => check.value(self.table.schema(ty), inner),
            _ => check.report("is none of the alternatives"),
        }
        check.found
    }
}

/// Whether a number fits into a width.
fn fits(format: &str, number: i128) -> bool {
    let (low, high) = match format {
        "int8" => (i8::MIN.into(), i8::MAX.into()),
        "int16" => (i16::MIN.into(), i16::MAX.into()),
        "int32" => (i32::MIN.into(), i32::MAX.into()),
        "uint8" => (0, u8::MAX.into()),
        "uint16" => (0, u16::MAX.into()),
        "uint32" => (0, u32::MAX.into()),
        "uint64" => (0, u64::MAX.into()),
        _ => (i64::MIN.into(), i64::MAX.into()),
    };
    (low..=high).contains(&number)
}

/// Whether a text matches a pattern; a pattern that is not one accepts every text.
fn matches(pattern: &str, text: &str) -> bool {
    let unicode = Flags {
        unicode: true,
        ..Flags::default()
    };
    let regex = Regex::with_flags(pattern, unicode).or_else(|_| Regex::new(pattern));
    regex.map_or(true, |regex| regex.find(text).is_some())
}
