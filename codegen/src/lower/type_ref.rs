//! Uses of types: the type of a schema, for the place that refers to it or contains it.
//!
//! A type with a name is added to the type table without its shape, so reference cycles do not recurse.

use std::collections::BTreeMap;
use std::slice;

use super::context::Context;
use super::schemas::{self, Form, component_key, has_structure, lists_numbers, needs_name};
use super::types::Source;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::ir::{NameHint, Primitive, Role, TypeRef};
use crate::load::{JsonType, Schema, keyword};

impl<'d> Context<'d, '_> {
    /// The type of the schema at `node`, which may be a reference. `place` names the type if it is inline and needs a name.
    pub(super) fn schema(&mut self, node: &Schema<'d>, place: &NameHint) -> TypeRef {
        let ty = self.followed(node, place);
        // The reference may be marked, and the schema not.
        let is_marked = !matches!(ty, TypeRef::Nullable(_)) && self.schemas.is_marked(node);
        ty.nullable_if(is_marked)
    }

    fn followed(&mut self, node: &Schema<'d>, place: &NameHint) -> TypeRef {
        let Some(schema) = self.schemas.follow(node) else {
            return TypeRef::Any;
        };
        if let Some(known) = self.types.known(slice::from_ref(&schema.at)) {
            return known;
        }
        let form = self.schemas.form(&schema);
        let is_reused = schema.at != node.at;
        let hint = if let Some(key) = component_key(&schema.at) {
            Some(NameHint::Component(key))
        } else if is_reused {
            let name = || schema.at.segments().last().unwrap_or_default();
            let place = schemas::inside_component(&self.schemas, &schema.at);
            Some(place.unwrap_or_else(|| NameHint::Component(name())))
        } else {
            needs_name(&schema, &form).then(|| place.clone())
        };
        let is_nullable = self.schemas.is_nullable(&schema);
        let ty = match hint {
            Some(hint) => self.named(&schema, form, hint, is_nullable),
            None => self.unnamed(&schema, &form, place).nullable_if(is_nullable),
        };
        self.types.set_known(vec![schema.at.clone()], ty.clone());
        ty
    }

    fn named(
        &mut self,
        schema: &Schema<'d>,
        form: Form<'d>,
        hint: NameHint,
        is_nullable: bool,
    ) -> TypeRef {
        let ty = self.declare(schema, Source::Schema(schema.clone(), form), hint);
        let ty = ty.nullable_if(is_nullable);
        self.add_examples(schema, &ty, None);
        self.default(schema, &ty);
        ty
    }

    /// A type without a name of its own.
    pub(super) fn unnamed(
        &mut self,
        schema: &Schema<'d>,
        form: &Form<'d>,
        place: &NameHint,
    ) -> TypeRef {
        match form {
            Form::Through(member) => self.through(schema, member, place),
            Form::List(items) => TypeRef::List(Box::new(self.items(schema, items.as_ref(), place))),
            Form::Tuple(positions) => {
                let positions = positions.iter().enumerate();
                let positions = positions.map(|(at, it)| self.schema(it, &at_position(place, at)));
                TypeRef::Tuple(positions.collect())
            }
            Form::Map(values) => TypeRef::Map(Box::new(match values {
                Some(values) => self.schema(values, place),
                None => TypeRef::Any,
            })),
            Form::Text => TypeRef::Primitive(Primitive::String(self.schemas.string_format(schema))),
            Form::Integer => {
                self.unlisted(schema);
                TypeRef::Primitive(Primitive::Integer(schemas::integer(schema)))
            }
            Form::Number => TypeRef::Primitive(schemas::number(schema)),
            Form::Bool => TypeRef::Primitive(Primitive::Bool),
            Form::Any
            | Form::Strings(_)
            | Form::Integers
            | Form::Mixed
            | Form::Union
            | Form::Object => TypeRef::Any,
        }
    }

    /// Warns about an enum of numbers that no enum of the client can hold.
    fn unlisted(&mut self, schema: &Schema<'d>) {
        let values = schema.get(keyword::ENUM);
        if let Some(values) = values.filter(|_| lists_numbers(schema)) {
            let message = "not all values of the `enum` fit into a signed 64-bit integer; falling back to a number";
            let finding = Diagnostic::warning(Code::UnsupportedSchema, &values.at, message);
            self.findings.report(finding);
        }
    }

    /// A schema that repeats one of its members.
    fn through(&mut self, schema: &Schema<'d>, member: &Schema<'d>, place: &NameHint) -> TypeRef {
        let mut typed = schema.all_of();
        typed.retain(|member| has_structure(member));
        if typed.len() > 1 {
            let at = schema.at.key(keyword::ALL_OF);
            let kinds = self.kinds(&typed);
            if kinds.len() > 1 {
                let names: Vec<_> = kinds.keys().map(|kind| kind.as_str()).collect();
                let names = names.join("` and `");
                let message = format!("no value is of the types `{names}` at once");
                let kinds = kinds.into_iter();
                let labels = kinds.map(|(kind, at)| (at, format!("of type `{kind}`")));
                return self.findings.contradictory(at, &message, labels);
            }
            let message = "several members of `allOf` have a type, and the value is not an object; the first is used";
            let finding = Diagnostic::warning(Code::UnsupportedSchema, &at, message);
            self.findings.report(finding);
        }
        self.schema(member, place)
    }

    /// The JSON types of schemas, each with the first schema that has it.
    fn kinds(&self, members: &[Schema<'d>]) -> BTreeMap<JsonType, Location> {
        let mut kinds = BTreeMap::new();
        for member in members {
            if let Some(kind) = self.schemas.kind(member) {
                kinds.entry(kind).or_insert(Location::from(&member.at));
            }
        }
        kinds
    }

    fn items(
        &mut self,
        schema: &Schema<'d>,
        items: Option<&Schema<'d>>,
        place: &NameHint,
    ) -> TypeRef {
        if let Some(items) = items {
            return self.schema(items, place);
        }
        let message = "the array has no `items`; falling back to raw JSON for the items";
        let help = "declare `items`, or write `items: {}` for raw JSON";
        self.findings
            .report(Diagnostic::warning(Code::UnsupportedSchema, &schema.at, message).help(help));
        TypeRef::Any
    }
}

/// The place of an item of a tuple.
fn at_position(tuple: &NameHint, position: usize) -> NameHint {
    match tuple {
        NameHint::Component(_) => tuple.clone(),
        NameHint::Nested { owner, role } => {
            let role = Role::Position(Box::new(role.clone()), position);
            NameHint::nested(owner.clone(), role)
        }
    }
}
