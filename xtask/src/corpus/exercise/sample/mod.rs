//! A value that a schema of the document describes, with all properties. The generator does not take part, so that a property which it
//! ignores is missed.

mod object;
mod scalar;

use serde_json::{Map, Value, json};

use super::source::{Source, reference};

/// The direction in which a value is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Request,
    Response,
}

/// Larger samples omit optional properties.
const BUDGET: usize = 1500;

/// A sample of a schema. `None` if it has none: every value contains itself, or an example is needed.
pub(super) fn sample(source: &Source, direction: Direction, schema: &Value) -> Option<Value> {
    let mut sampler = Sampler {
        source,
        direction,
        references: Vec::new(),
        bases: Vec::new(),
        budget: BUDGET,
    };
    sampler.value(schema)
}

struct Sampler<'d> {
    source: &'d Source,
    direction: Direction,
    /// The references that are being followed.
    references: Vec<&'d str>,
    /// The references to bases whose variants are being sampled. A member of the variant names the base again, which is no circle.
    bases: Vec<&'d str>,
    budget: usize,
}

impl<'d> Sampler<'d> {
    fn value(&mut self, schema: &'d Value) -> Option<Value> {
        self.budget = self.budget.saturating_sub(1);
        let Some(name) = reference(schema) else {
            return self.inline(schema);
        };
        let base = self.bases.iter().position(|it| *it == name);
        if base.is_none() && self.references.contains(&name) {
            return None;
        }
        let target = self.source.target(name)?;
        let base = base.map(|at| self.bases.remove(at));
        self.references.push(name);
        let concrete = self.concrete(name, target).filter(|_| base.is_none());
        let value = match concrete {
            Some(concrete) => self.value_of_variant(concrete, name, target),
            None => self.value(target).map(|it| self.tagged(it, name, target)),
        };
        self.references.pop();
        self.bases.extend(base);
        value
    }

    fn inline(&mut self, schema: &'d Value) -> Option<Value> {
        if schema.as_bool() == Some(false) {
            return None;
        }
        if let Some(value) = schema.get("const") {
            return Some(value.clone());
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            let value = values.iter().find(|it| !it.is_null())?;
            // Some documents list numbers as the values of a string.
            let is_unquoted = type_of(schema) == "string" && !value.is_string();
            return Some(if is_unquoted {
                json!(value.to_string())
            } else {
                value.clone()
            });
        }
        let parts = ["allOf", "oneOf", "anyOf"];
        if parts.iter().any(|it| has_items(schema, it)) {
            return self.composed(schema);
        }
        match type_of(schema) {
            "object" => self.object(schema),
            "array" => self.array(schema),
            "string" => scalar::string(schema).map(Value::from),
            "integer" => scalar::integer(schema),
            "number" => scalar::number(schema),
            "boolean" => Some(json!(true)),
            "null" => Some(Value::Null),
            _ => Some(json!({"any": [1, "text"]})),
        }
    }

    /// The members of `allOf`, one of `oneOf` and `anyOf` each, and the schema's own properties.
    fn composed(&mut self, schema: &'d Value) -> Option<Value> {
        let mut values = Vec::new();
        for member in items(schema, "allOf") {
            let target = self.source.followed(member)?;
            if !object::says_nothing(target) {
                values.push(self.value(member)?);
            }
        }
        for keyword in ["oneOf", "anyOf"] {
            let variants: Vec<_> = items(schema, keyword).collect();
            if !variants.is_empty() {
                values.push(self.variant(schema, &variants)?);
            }
        }
        if has_entries(schema, "properties") {
            values.push(self.object(schema)?);
        }
        let mut merged = Map::new();
        for value in values {
            match value {
                Value::Object(entries) => merged.extend(entries),
                // The items beside the variants hold for an array of any variant.
                Value::Array(_) if schema.get("items").is_some() => return self.array(schema),
                scalar => return Some(scalar),
            }
        }
        let unsent = self.unsent(schema);
        merged.retain(|name, _| !unsent.contains(name.as_str()));
        Some(Value::Object(merged))
    }

    /// The first variant that is not `null` and has a sample.
    fn variant(&mut self, union: &'d Value, variants: &[&'d Value]) -> Option<Value> {
        let all = variants.iter().filter(|it| type_of(it) != "null");
        for variant in all {
            let Some(value) = self.value(variant) else {
                continue;
            };
            return Some(match reference(variant) {
                Some(name) => object::with_tag(value, union, name),
                None => value,
            });
        }
        None
    }

    fn array(&mut self, schema: &'d Value) -> Option<Value> {
        let positions: Vec<_> = items(schema, "prefixItems").collect();
        if !positions.is_empty() {
            let values = positions.iter().map(|it| self.value(it));
            return values.collect::<Option<Vec<_>>>().map(Value::from);
        }
        let least = scalar::limit(schema, "minItems").unwrap_or(0);
        let item = schema.get("items").map(|items| self.value(items));
        match item {
            Some(Some(item)) => {
                let count = scalar::limit(schema, "maxItems").unwrap_or(usize::MAX);
                Some(Value::Array(vec![item; least.max(1).min(count)]))
            }
            Some(None) if least > 0 => None,
            Some(None) => Some(json!([])),
            None => Some(json!(["text"])),
        }
    }
}

/// The type of a schema: the declared one, or the one that its keywords imply.
fn type_of(schema: &Value) -> &str {
    let declared = match schema.get("type") {
        Some(Value::String(name)) => Some(name.as_str()),
        Some(Value::Array(names)) => {
            let mut names = names.iter().filter_map(Value::as_str);
            let first = names.next();
            names.chain(first).find(|it| *it != "null").or(first)
        }
        _ => None,
    };
    if let Some(declared) = declared {
        return declared;
    }
    let implied = [
        ("properties", "object"),
        ("additionalProperties", "object"),
        ("items", "array"),
        ("pattern", "string"),
    ];
    let mut implied = implied.iter();
    let keyword = implied.find(|(keyword, _)| schema.get(keyword).is_some());
    keyword.map_or("", |(_, implied)| implied)
}

fn items<'d>(schema: &'d Value, keyword: &str) -> impl Iterator<Item = &'d Value> {
    let items = schema.get(keyword).and_then(Value::as_array);
    items.into_iter().flatten()
}

fn has_entries(schema: &Value, keyword: &str) -> bool {
    let entries = schema.get(keyword).and_then(Value::as_object);
    entries.is_some_and(|it| !it.is_empty())
}

fn has_items(schema: &Value, keyword: &str) -> bool {
    items(schema, keyword).next().is_some()
}

#[cfg(test)]
mod tests;
