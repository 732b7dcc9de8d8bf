//! The form of a schema, which determines the shape of its type.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::index::Schemas;
use super::json_type::value_type;
use super::keywords::{DEPTH, STRUCTURE, component_key, says_null_only, union_keyword};
use super::numbers::{is_bounded, is_listable, lists_numbers};
use crate::diagnostic::Pointer;
use crate::load::{JsonType, Schema, SchemaOrBool, keyword};
use crate::resolve::target;

/// The form of a schema.
#[derive(Clone, Debug)]
pub(in crate::lower) enum Form<'d> {
    /// Unconstrained.
    Any,
    /// The same as another schema, with other words around it.
    Through(Schema<'d>),
    /// A string of a list: the values of all these schemas together.
    Strings(Vec<Schema<'d>>),
    /// Numbers of a list.
    Integers,
    /// Values of a list that has several types.
    Mixed,
    /// One of several schemas.
    Union,
    /// An object with known keys.
    Object,
    /// An object whose keys are data.
    Map(Option<Schema<'d>>),
    /// An array.
    List(Option<Schema<'d>>),
    /// An array with a type for each position.
    Tuple(Vec<Schema<'d>>),
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
    /// The form of a schema that is not a reference.
    pub(in crate::lower) fn form(&self, schema: &Schema<'d>) -> Form<'d> {
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

    /// The form of an `allOf` without a type beside it: that of its members. A mixture of objects and others is an
    /// object, so that the contradiction is reported.
    fn composed(&self, schema: &Schema<'d>) -> Form<'d> {
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

    /// The form of an `allOf` of scalars, of which `first` is the first with a type. A member that makes the value a
    /// secret takes precedence.
    fn scalar(
        &self,
        members: &[Schema<'d>],
        first: &Schema<'d>,
        kind: Option<JsonType>,
    ) -> Form<'d> {
        match members.iter().find(|member| self.is_password(member)) {
            Some(secret) if self.kind(secret) == kind => Form::Through(secret.clone()),
            Some(_) if kind == Some(JsonType::String) => Form::Text,
            _ => Form::Through(first.clone()),
        }
    }

    /// The one schema that this one repeats under other words.
    fn only_member(&self, schema: &Schema<'d>) -> Option<Schema<'d>> {
        let keyword = [keyword::ALL_OF, keyword::ONE_OF, keyword::ANY_OF]
            .into_iter()
            .find(|keyword| schema.has(keyword))?;
        let members = match keyword {
            keyword::ALL_OF => schema.all_of(),
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
    fn strings(&self, schema: &Schema<'d>) -> Option<Vec<Schema<'d>>> {
        let mut all = Vec::new();
        let mut seen = BTreeSet::new();
        self.collect_strings(schema, &mut seen, &mut all)?;
        (!all.is_empty()).then_some(all)
    }

    fn collect_strings(
        &self,
        schema: &Schema<'d>,
        seen: &mut BTreeSet<Pointer>,
        all: &mut Vec<Schema<'d>>,
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

    /// The schema behind a member that only adds words; a component stays a reference.
    pub(super) fn meant(&self, member: &Schema<'d>) -> Schema<'d> {
        let mut meant = member.clone();
        for _ in 0..DEPTH {
            let key = target(&meant).and_then(|at| component_key(&at));
            let Some(schema) = self.follow(&meant).filter(|_| key.is_none()) else {
                return meant;
            };
            meant = match self.form(&schema) {
                Form::Through(next) => next,
                _ => return schema,
            };
        }
        meant
    }
}

/// Whether the type of a schema is in the type table.
pub(in crate::lower) fn needs_name(schema: &Schema<'_>, form: &Form<'_>) -> bool {
    match form {
        Form::Strings(_) | Form::Integers | Form::Mixed | Form::Union | Form::Object => true,
        Form::Text => schema.has(keyword::PATTERN),
        Form::Integer => is_bounded(schema),
        _ => false,
    }
}

fn object<'d>(schema: &Schema<'d>) -> Form<'d> {
    let has_keys = !schema.properties().is_empty() || schema.has(keyword::ALL_OF);
    if has_keys {
        return Form::Object;
    }
    match schema.additional_properties() {
        Some(SchemaOrBool::Bool(false)) => Form::Object,
        Some(SchemaOrBool::Schema(values)) => Form::Map(Some(values)),
        Some(SchemaOrBool::Bool(true)) | None => Form::Map(None),
    }
}

fn is_string_enum(schema: &Schema<'_>) -> bool {
    let values = schema.enum_values();
    let stringy = |value: &Value| value.is_string() || value.is_null();
    values.iter().any(|value| value.value.is_string())
        && match schema.json_type() {
            None => values.iter().all(|value| stringy(value.value)),
            // Values of other types are left out.
            kind => kind == Some(JsonType::String),
        }
}

fn is_plain_string(schema: &Schema<'_>) -> bool {
    schema.json_type() == Some(JsonType::String) && !schema.has(keyword::ENUM)
}
