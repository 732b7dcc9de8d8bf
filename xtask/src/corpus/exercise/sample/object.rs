//! Objects, and the discriminators of unions.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Direction, Sampler, items};
use crate::corpus::exercise::source::reference;

/// Optional properties at this depth of references are omitted.
const DEPTH: usize = 10;

impl<'d> Sampler<'d> {
    /// An object with all properties of its direction; when the budget is used up, with those that are required.
    pub(super) fn object(&mut self, schema: &'d Value) -> Option<Value> {
        let properties = schema.get("properties").and_then(Value::as_object);
        let Some(properties) = properties.filter(|it| !it.is_empty()) else {
            return Some(self.map(schema));
        };
        let required: Vec<_> = items(schema, "required")
            .filter_map(Value::as_str)
            .collect();
        let mut entries = Map::new();
        for (name, property) in properties {
            let is_required = required.contains(&name.as_str());
            let is_short = self.budget > 0 && self.references.len() < DEPTH;
            if !self.is_sent(property) || !(is_required || is_short) {
                continue;
            }
            match self.value(property) {
                Some(value) => {
                    entries.insert(name.clone(), value);
                }
                None if is_required => return None,
                None => {}
            }
        }
        Some(Value::Object(entries))
    }

    /// An object without named properties.
    fn map(&mut self, schema: &'d Value) -> Value {
        let value = match schema.get("additionalProperties") {
            Some(Value::Bool(false)) => return json!({}),
            Some(values @ Value::Object(_)) => self.value(values),
            _ => Some(json!("text")),
        };
        value.map_or(json!({}), |value| json!({ "key": value }))
    }

    /// Whether a property is sent in the direction of the sample.
    fn is_sent(&self, property: &'d Value) -> bool {
        let other = match self.direction {
            Direction::Request => "readOnly",
            Direction::Response => "writeOnly",
        };
        !self.is_marked(property, other, 0)
    }

    /// The properties that a schema or one of its members excludes from the direction of the sample.
    pub(super) fn unsent(&self, schema: &'d Value) -> BTreeSet<&'d str> {
        let mut names = BTreeSet::new();
        self.collect_unsent(schema, 0, &mut names);
        names
    }

    fn collect_unsent(&self, schema: &'d Value, depth: usize, names: &mut BTreeSet<&'d str>) {
        if depth > DEPTH {
            return;
        }
        let properties = schema.get("properties").and_then(Value::as_object);
        let properties = properties.into_iter().flatten();
        let unsent = properties.filter(|(_, property)| !self.is_sent(property));
        names.extend(unsent.map(|(name, _)| name.as_str()));
        let target = reference(schema).and_then(|it| self.source.target(it));
        for part in target.into_iter().chain(items(schema, "allOf")) {
            self.collect_unsent(part, depth + 1, names);
        }
    }

    fn is_marked(&self, schema: &'d Value, mark: &str, depth: usize) -> bool {
        if depth > DEPTH {
            return false;
        }
        let is_own = schema.get(mark) == Some(&Value::Bool(true));
        let target = reference(schema).and_then(|it| self.source.target(it));
        let mut others = target.into_iter().chain(items(schema, "allOf"));
        is_own || others.any(|it| self.is_marked(it, mark, depth + 1))
    }

    /// The variant of a component that is the base of others: the first of its mapping that is not the component itself.
    pub(super) fn concrete(&self, name: &str, base: &'d Value) -> Option<&'d str> {
        if super::has_items(base, "oneOf") || super::has_items(base, "anyOf") {
            return None;
        }
        let targets = mapping(base)?.values().filter_map(Value::as_str);
        let mut others = targets.filter(|it| it.starts_with('#'));
        others.find(|it| *it != name && !self.references.contains(it))
    }

    /// A variant of a base, with its tag.
    pub(super) fn value_of_variant(
        &mut self,
        variant: &'d str,
        name: &'d str,
        base: &'d Value,
    ) -> Option<Value> {
        self.bases.push(name);
        let target = self.source.target(variant)?;
        self.references.push(variant);
        let value = self.value(target);
        self.references.pop();
        self.bases.retain(|it| *it != name);
        Some(with_tag(value?, base, variant))
    }

    /// The value of a component with the tag that its base declares.
    pub(super) fn tagged(&self, value: Value, name: &str, component: &'d Value) -> Value {
        let bases = items(component, "allOf").filter_map(reference);
        let bases = bases.filter_map(|it| self.source.target(it));
        let own = std::iter::once(component).filter(|it| !super::has_items(it, "oneOf"));
        own.chain(bases)
            .fold(value, |value, base| with_tag(value, base, name))
    }
}

/// The object with the value of the discriminator of `union` for the component `name`, if it has that property.
pub(super) fn with_tag(mut value: Value, union: &Value, name: &str) -> Value {
    let property = union.pointer("/discriminator/propertyName");
    if let (Some(property), Value::Object(entries)) = (property.and_then(Value::as_str), &mut value)
        && entries.get(property).is_some_and(Value::is_string)
    {
        entries.insert(property.to_owned(), json!(tag(union, name)));
    }
    value
}

/// Whether a member of `allOf` adds nothing to a value, such as one with a description only.
pub(super) fn says_nothing(member: &Value) -> bool {
    let is_scalar = !matches!(super::type_of(member), "" | "object");
    let lists = ["allOf", "oneOf", "anyOf", "enum"];
    let objects = ["properties", "additionalProperties", "items"];
    let says = is_scalar
        || member.get("const").is_some()
        || lists.iter().any(|it| super::has_items(member, it))
        || objects.iter().any(|it| super::has_entries(member, it));
    !says
}

fn tag<'n>(union: &'n Value, name: &'n str) -> &'n str {
    let own = name.rsplit('/').next().unwrap_or(name);
    let mapped = mapping(union).and_then(|mapping| {
        let mut entries = mapping.iter();
        let is_name = |target: &Value| target == name || target == own;
        entries.find(|(_, target)| is_name(target))
    });
    mapped.map_or(own, |(tag, _)| tag)
}

fn mapping(union: &Value) -> Option<&Map<String, Value>> {
    union.pointer("/discriminator/mapping")?.as_object()
}
