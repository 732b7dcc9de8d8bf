//! The labels of alternatives that have no key of their own.
//!
//! A label distinguishes an alternative, and depends neither on its position nor on alternatives that are
//! distinguished otherwise. Candidates, the best first: the name for Rust, the value of a constant property, the title, the
//! only required or only property, the JSON type, that with its format, properties that no other alternative has, all
//! properties. Where several alternatives have one label, the one with the best [`Rank`] keeps it, and all others take
//! their next candidate. Constants and properties that differ in case and symbols alone are spelled out. Alternatives
//! without any candidate left are numbered, in the order of their content.

mod keys;
mod pick;
mod spelling;

use keys::{Keys, Shared};
use pick::{Candidate, Rank, add};
use serde_yaml::Value;

use super::form::{Form, needs_name};
use super::index::Schemas;
use super::keywords::component_key;
use crate::ir::Role;
use crate::load::Schema;
use crate::lower::given;
use crate::resolve::target;

/// The greatest length of a title that is a name.
const TITLE: usize = 40;

/// The greatest number of words of a title that is a name.
const TITLE_WORDS: usize = 4;

impl<'d> Schemas<'d> {
    /// The labels of all `members` of a union, which are distinct unless two lead to one component.
    pub(in crate::lower) fn labels(&self, members: &[Schema<'d>]) -> Vec<String> {
        let members: Vec<_> = members.iter().map(|member| self.meant(member)).collect();
        let keys: Vec<_> = members.iter().map(|member| self.keys(member)).collect();
        let shared = Shared::of(&keys);
        let candidates: Vec<_> = members
            .iter()
            .zip(&keys)
            .map(|(member, keys)| self.candidates(member, keys, &shared))
            .collect();
        pick::distinct(&members, &candidates)
    }

    /// The role of a member with a label. An inline schema in an array or a map is not the variant itself.
    pub(in crate::lower) fn variant_role(&self, member: &Schema<'d>, label: &str) -> Role {
        let meant = self.meant(member);
        Role::Variant(match self.form(&meant) {
            Form::List(_) | Form::Tuple(_) => format!("{label} item"),
            Form::Map(_) => format!("{label} value"),
            _ => label.to_owned(),
        })
    }

    /// The role of one member of the alternatives of `union`.
    pub(in crate::lower) fn role_of(&self, union: &Schema<'d>, member: &Schema<'d>) -> Role {
        let members = self.alternatives(union);
        let labels = self.labels(&members);
        let mut labelled = members.iter().zip(labels);
        let found = labelled.find(|(other, _)| other.at == member.at);
        let label = found.map_or_else(|| self.type_label(member), |(_, label)| label);
        self.variant_role(member, &label)
    }

    fn candidates(
        &self,
        member: &Schema<'d>,
        keys: &Keys<'d>,
        shared: &Shared<'d>,
    ) -> Vec<Candidate> {
        let mut found = Vec::new();
        let key = target(member).and_then(|at| component_key(&at));
        if let Some(name) = key.clone().or_else(|| given::rust_name(member)) {
            add(&mut found, Rank::Key, name);
        }
        if key.is_some() {
            return found;
        }
        let mut constants: Vec<_> = keys.constants.iter().collect();
        constants.sort_by_key(|(key, _)| !shared.distinguishes(key));
        let constants = constants.into_iter().map(|(_, value)| value.clone());
        for value in constants.chain(self.own_value(member)) {
            add(&mut found, Rank::Tag, value);
        }
        if let Some(title) = member.title().filter(|title| is_name(title)) {
            add(&mut found, Rank::Title, title.to_owned());
        }
        for set in [&keys.required, &keys.declared] {
            if let (Some(only), 1) = (set.first(), set.len()) {
                add(&mut found, Rank::Property, (*only).to_owned());
            }
        }
        add(&mut found, Rank::Type, self.type_label(member));
        if let Some(format) = self.format_label(member) {
            add(&mut found, Rank::Format, format);
        }
        for label in keys.own(shared).into_iter().chain(keys.all()) {
            add(&mut found, Rank::Keys, label);
        }
        found
    }

    /// The one string or number that an alternative is.
    fn own_value(&self, member: &Schema<'d>) -> Option<String> {
        match (self.form(member), self.only_value(member)?) {
            (Form::Strings(_), Value::String(text)) => Some(text.clone()),
            (Form::Integers, Value::Number(number)) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The JSON type, with that of items and values.
    fn type_label(&self, schema: &Schema<'d>) -> String {
        let (inner, container) = match self.form(schema) {
            Form::List(items) => (items, "list"),
            Form::Map(values) => (values, "map"),
            form => return word(&form).to_owned(),
        };
        let Some(inner) = inner.map(|inner| self.meant(&inner)) else {
            return format!("any {container}");
        };
        if let Some(key) = target(&inner).and_then(|at| component_key(&at)) {
            return format!("{key} {container}");
        }
        match self.form(&inner) {
            form if needs_name(&inner, &form) => container.to_owned(),
            form => format!("{} {container}", word(&form)),
        }
    }

    /// The JSON type, and how it is written.
    fn format_label(&self, schema: &Schema<'d>) -> Option<String> {
        let form = self.form(schema);
        match (&form, schema.format()) {
            (Form::Strings(_), _) => Some("string enum".to_owned()),
            (Form::Integers, _) => Some("integer enum".to_owned()),
            (Form::Text | Form::Integer | Form::Number, Some(format)) => {
                Some(format!("{format} {}", word(&form)))
            }
            (Form::List(Some(inner)) | Form::Map(Some(inner)), _) => {
                let kind = self.type_label(schema);
                Some(format!("{} {kind}", word(&self.form(&self.meant(inner)))))
            }
            _ => None,
        }
    }
}

fn word(form: &Form<'_>) -> &'static str {
    match form {
        Form::Strings(_) | Form::Integers | Form::Mixed => "enum",
        Form::Object => "object",
        Form::Map(_) => "map",
        Form::List(_) => "list",
        Form::Tuple(_) => "tuple",
        Form::Text => "string",
        Form::Integer => "integer",
        Form::Number => "number",
        Form::Bool => "bool",
        Form::Union => "union",
        Form::Any | Form::Through(_) => "any",
    }
}

/// Whether a title is a name and no sentence.
fn is_name(title: &str) -> bool {
    let words = title.split_whitespace().count();
    let has_letter = title.contains(|c: char| c.is_ascii_alphanumeric());
    has_letter && words <= TITLE_WORDS && title.len() <= TITLE
}
