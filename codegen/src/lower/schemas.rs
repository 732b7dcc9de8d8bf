//! What a schema is, by looking at it: nothing here makes a type or reports a finding.
//!
//! Schemas are read from the raw value: `openapiv3` loses keys beside a `$ref`, and `oneOf` beside `properties`.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use super::null::says_null_only;
use super::scalar::{
    is_listable, is_number_text, is_whole, lists_numbers, names_number, names_whole,
};
use crate::diagnostic::Pointer;
use crate::load::{Document, JsonType, Node, keyword};
use crate::resolve::{follow, target};

/// How many references and compositions are looked through before a schema counts as opaque.
pub(super) const DEPTH: usize = 64;

/// The keywords that say what a value is, as opposed to what it means or who may write it.
pub(super) const STRUCTURE: [&str; 10] = [
    keyword::TYPE,
    keyword::PROPERTIES,
    keyword::REQUIRED,
    keyword::ADDITIONAL_PROPERTIES,
    keyword::ITEMS,
    keyword::ENUM,
    keyword::PATTERN,
    keyword::ALL_OF,
    keyword::ONE_OF,
    keyword::ANY_OF,
];

/// All schemas of a document.
pub(super) struct Schemas<'d> {
    pub(super) document: &'d Document,
    /// By parent, the component schemas whose `allOf` names it.
    children: BTreeMap<Pointer, Vec<Node<'d>>>,
}

/// What a schema is.
#[derive(Clone, Debug)]
pub(super) enum Form<'d> {
    /// Says nothing about the value.
    Any,
    /// The same as another schema, with other words around it.
    Through(Node<'d>),
    /// A string of a list: the values of all these schemas together.
    Strings(Vec<Node<'d>>),
    /// Numbers of a list.
    Integers,
    /// Values of a list that has several types.
    Mixed,
    /// One of several schemas.
    Union,
    /// An object with known keys.
    Object,
    /// An object whose keys are data.
    Map(Option<Node<'d>>),
    /// An array.
    List(Option<Node<'d>>),
    /// An array with a type for each position.
    Tuple(Vec<Node<'d>>),
    /// A string.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Bool,
}

impl<'d> Schemas<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let mut children: BTreeMap<Pointer, Vec<Node<'d>>> = BTreeMap::new();
        for (_, schema) in document.components("schemas") {
            for parent in schema.all_of().iter().filter_map(target) {
                children.entry(parent).or_default().push(schema.clone());
            }
        }
        Self { document, children }
    }

    pub(super) fn follow(&self, node: &Node<'d>) -> Option<Node<'d>> {
        follow(self.document, node)
    }

    /// What the schema is; it is no reference itself.
    pub(super) fn form(&self, schema: &Node<'d>) -> Form<'d> {
        if matches!(schema.json_type(), None | Some(JsonType::String)) && self.adds_password(schema)
        {
            return Form::Text;
        }
        if let Some(only) = self.only_member(schema) {
            return Form::Through(only);
        }
        if let Some(members) = self.strings(schema) {
            return Form::Strings(members);
        }
        if self.is_union(schema) {
            return Form::Union;
        }
        match value_type(schema) {
            Some(JsonType::Object) => object(schema),
            Some(JsonType::Array) if schema.has(keyword::PREFIX_ITEMS) => {
                Form::Tuple(schema.prefix_items())
            }
            Some(JsonType::Array) => Form::List(schema.item_schema()),
            Some(JsonType::Boolean) => Form::Bool,
            Some(JsonType::Number) => Form::Number,
            Some(JsonType::Integer) if lists_numbers(schema) && is_listable(schema) => {
                Form::Integers
            }
            Some(JsonType::Integer) => Form::Integer,
            Some(JsonType::String) => Form::Text,
            _ if schema.has(keyword::ALL_OF) => self.composed(schema),
            _ if schema.has(keyword::ENUM) => Form::Mixed,
            _ => Form::Any,
        }
    }

    /// An `allOf` without a type beside it is what its members are; one of objects and others is looked at as an
    /// object, where the contradiction comes out.
    fn composed(&self, schema: &Node<'d>) -> Form<'d> {
        let members = schema.all_of();
        let kinds = || members.iter().map(|member| (member, self.kind(member)));
        let scalar = kinds().find(|(_, kind)| kind.is_some_and(|kind| kind != JsonType::Object));
        match scalar {
            Some((first, kind)) if !kinds().any(|(_, kind)| kind == Some(JsonType::Object)) => {
                self.scalar(&members, first, kind)
            }
            _ => Form::Object,
        }
    }

    /// The one schema that this one repeats under other words.
    fn only_member(&self, schema: &Node<'d>) -> Option<Node<'d>> {
        let keyword = [keyword::ALL_OF, keyword::ONE_OF, keyword::ANY_OF]
            .into_iter()
            .find(|keyword| schema.has(keyword))?;
        let members = match keyword {
            keyword::ALL_OF => schema.list(keyword),
            _ => self.alternatives(schema),
        };
        let mut members = members.into_iter().filter(|member| !says_null_only(member));
        let (Some(only), None) = (members.next(), members.next()) else {
            return None;
        };
        let is_object = schema.json_type() == Some(JsonType::Object);
        let bare = STRUCTURE.iter().all(|other| {
            *other == keyword || (*other == keyword::TYPE && is_object) || !schema.has(other)
        });
        let inherits = self
            .follow(&only)
            .is_some_and(|parent| self.lists(&parent, &schema.at));
        (bare && !schema.has(keyword::DISCRIMINATOR) && !inherits).then_some(only)
    }

    /// The schemas whose strings a schema allows: itself if it is a string enum, or all members of a `oneOf` or
    /// `anyOf` of nothing but those.
    fn strings(&self, schema: &Node<'d>) -> Option<Vec<Node<'d>>> {
        let mut all = Vec::new();
        let mut seen = BTreeSet::new();
        self.collect_strings(schema, &mut seen, &mut all)?;
        (!all.is_empty()).then_some(all)
    }

    fn collect_strings(
        &self,
        schema: &Node<'d>,
        seen: &mut BTreeSet<Pointer>,
        all: &mut Vec<Node<'d>>,
    ) -> Option<()> {
        if self.is_password(schema) {
            return None;
        }
        if is_string_enum(schema) {
            all.push(schema.clone());
            return Some(());
        }
        if seen.len() > DEPTH || schema.has(keyword::DISCRIMINATOR) {
            return None;
        }
        let keyword = union_keyword(schema)?;
        for member in self.alternatives(schema) {
            let member = self.follow(&member)?;
            // Enums are open, so a plain string beside one adds nothing.
            let is_secret = self.is_password(&member);
            let plain = keyword == keyword::ANY_OF && is_plain_string(&member) && !is_secret;
            if !plain && seen.insert(member.at.clone()) {
                self.collect_strings(&member, seen, all)?;
            }
        }
        Some(())
    }

    /// Whether values of the schema are of several kinds.
    pub(super) fn is_union(&self, schema: &Node<'d>) -> bool {
        let typed = !self.alternatives(schema).iter().all(only_requires);
        typed || (schema.has(keyword::DISCRIMINATOR) && !self.implied(schema).is_empty())
    }

    /// The schemas that a union with a discriminator and without `oneOf` means: those of its mapping, else those
    /// that name it in their `allOf`.
    pub(super) fn implied(&self, schema: &Node<'d>) -> Vec<Node<'d>> {
        let mapping = self.mapping(schema);
        if mapping.is_empty() {
            return self.children.get(&schema.at).cloned().unwrap_or_default();
        }
        let targets = mapping.into_iter();
        targets.filter_map(|(_, _, target)| target).collect()
    }

    /// The entries of a discriminator's mapping: value, the place of the entry, and what it leads to.
    pub(super) fn mapping(&self, schema: &Node<'d>) -> Vec<(&'d str, Node<'d>, Option<Node<'d>>)> {
        let entries = schema
            .discriminator()
            .map(|discriminator| discriminator.members("mapping"))
            .unwrap_or_default();
        entries
            .into_iter()
            .map(|(value, entry)| {
                let target = self.mapped(entry.value.as_str().unwrap_or_default());
                (value, entry, target)
            })
            .collect()
    }

    /// A mapping's value is the name of a schema or a reference to one (OpenAPI 3.0.3, *Discriminator Object*).
    fn mapped(&self, text: &str) -> Option<Node<'d>> {
        let named = Pointer::parse("/components/schemas").key(text);
        let pointer = match text.strip_prefix('#') {
            Some(pointer) => Pointer::parse(pointer),
            None => named,
        };
        self.follow(&self.document.node(&pointer)?)
    }

    /// Whether `union` has the schema at `child` among its variants.
    pub(super) fn lists(&self, union: &Node<'d>, child: &Pointer) -> bool {
        let members = [keyword::ONE_OF, keyword::ANY_OF].map(|keyword| union.list(keyword));
        let mut listed = members.iter().flatten().filter_map(target);
        listed.any(|target| target == *child)
            || (union.has(keyword::DISCRIMINATOR)
                && self.implied(union).iter().any(|node| node.at == *child))
    }

    /// The JSON type of the values of a schema, where it is one; references and `allOf` are looked through.
    pub(super) fn kind(&self, node: &Node<'d>) -> Option<JsonType> {
        let mut open = vec![node.clone()];
        let mut seen = BTreeSet::new();
        while let Some(node) = open.pop() {
            let Some(schema) = self.follow(&node) else {
                continue;
            };
            if let Some(name) = value_type(&schema) {
                return Some(name);
            }
            if seen.len() < DEPTH && seen.insert(schema.at.clone()) {
                open.extend(schema.all_of().into_iter().rev());
            }
        }
        None
    }
}

fn object<'d>(schema: &Node<'d>) -> Form<'d> {
    let has_keys = !schema.properties().is_empty() || schema.has(keyword::ALL_OF);
    if has_keys {
        return Form::Object;
    }
    match schema.additional_properties() {
        Some(node) if node.value == &Value::Bool(false) => Form::Object,
        Some(node) if node.value.is_mapping() => Form::Map(Some(node)),
        _ => Form::Map(None),
    }
}

/// The key of a component schema.
pub(super) fn component_key(at: &Pointer) -> Option<String> {
    let mut segments = at
        .as_str()
        .starts_with("/components/schemas/")
        .then(|| at.segments().skip(2))?;
    let key = segments.next()?;
    segments.next().is_none().then_some(key)
}

/// The keyword that makes a schema a union.
pub(super) fn union_keyword(schema: &Node<'_>) -> Option<&'static str> {
    [keyword::ONE_OF, keyword::ANY_OF]
        .into_iter()
        .find(|keyword| !schema.list(keyword).is_empty())
}

/// Whether a schema says anything about what a value is.
pub(super) fn has_structure(schema: &Node<'_>) -> bool {
    schema.has("$ref") || STRUCTURE.iter().any(|keyword| schema.has(keyword))
}

/// A member such as `{required: [a]}` makes a rule, not a type.
pub(super) fn only_requires(member: &Node<'_>) -> bool {
    let keys = member.entries();
    let rules = ["required", "not", "title", "description"];
    !keys.is_empty() && keys.iter().all(|(key, _)| rules.contains(key))
}

fn is_string_enum(schema: &Node<'_>) -> bool {
    let values = schema.enum_values();
    let stringy = |value: &Value| value.is_string() || value.is_null();
    values.iter().any(|value| value.value.is_string())
        && match schema.json_type() {
            None => values.iter().all(|value| stringy(value.value)),
            // Values of other types are left out.
            kind => kind == Some(JsonType::String),
        }
}

fn is_plain_string(schema: &Node<'_>) -> bool {
    schema.json_type() == Some(JsonType::String) && !schema.has(keyword::ENUM)
}

/// The one type of all values of an `enum`, null aside; a list of strings has a form of its own.
fn listed_type(values: &[Node<'_>]) -> Option<JsonType> {
    let mut values = values
        .iter()
        .map(|node| node.value)
        .filter(|it| !it.is_null());
    let first = values.next()?;
    let (name, is_alike): (_, fn(&Value) -> bool) = match first {
        Value::Bool(_) => (JsonType::Boolean, Value::is_bool),
        Value::Number(_) if first.is_f64() => (JsonType::Number, Value::is_number),
        Value::Number(_) => (JsonType::Integer, Value::is_number),
        _ => return None,
    };
    let mut is_whole = true;
    for value in values {
        if !is_alike(value) {
            return None;
        }
        is_whole &= !value.is_f64();
    }
    Some(if is_whole { name } else { JsonType::Number })
}

/// The JSON type of the values, as far as the schema itself says it. A number that is always whole is an integer.
pub(super) fn value_type(schema: &Node<'_>) -> Option<JsonType> {
    match schema.json_type().or_else(|| implied_type(schema)) {
        Some(JsonType::Number) if is_whole(schema) => Some(JsonType::Integer),
        kind => kind,
    }
}

/// The type that other keywords give away when `type` is missing.
fn implied_type(schema: &Node<'_>) -> Option<JsonType> {
    if schema.has(keyword::PROPERTIES) || schema.has(keyword::ADDITIONAL_PROPERTIES) {
        return Some(JsonType::Object);
    }
    if schema.has(keyword::ITEMS) {
        return Some(JsonType::Array);
    }
    let listed = listed_type(&schema.enum_values());
    listed.or_else(|| match schema.has(keyword::PATTERN) {
        true if !is_number_text(schema) => Some(JsonType::String),
        true if names_whole(schema) => Some(JsonType::Integer),
        true if names_number(schema) => Some(JsonType::Number),
        has_pattern => has_pattern.then_some(JsonType::String),
    })
}
