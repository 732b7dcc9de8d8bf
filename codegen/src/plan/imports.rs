//! The names that a file imports, derived from what its items mention.

use std::collections::BTreeSet;

use super::operation::{
    Attribute, Failure, Format, Operation, Outcomes, Payload, Row, Sent, SetBody, SetParameter,
    Setter, Target, Written,
};
use super::ty::{Argument, Type};
use super::types::{Constructor, Declared, TypeItem, UnionKind};

/// The `use` items of a file, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imports<'a>(pub Vec<Use<'a>>);

/// A `use` item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use<'a> {
    /// `std::borrow::Cow`
    Cow,
    /// `std::collections::BTreeMap`
    Map,
    /// The runtime's module `wire`.
    Wire,
    /// The module `patterns`.
    Patterns,
    /// Types of other modules of `types`.
    Siblings(Vec<&'a str>),
    /// `http::Method`
    Method,
    /// `http::{HeaderValue, Method}`
    MethodAndHeaderValue,
    /// The client and its calls.
    Call,
    /// Names of the runtime's module `operation`.
    Operation(Vec<&'a str>),
    /// The runtime's module `outcome`.
    Outcome,
    /// Types of the API.
    Types(Vec<&'a str>),
}

/// What items mention.
#[derive(Default)]
struct Mentions<'a> {
    types: BTreeSet<&'a str>,
    others: BTreeSet<Mention>,
}

/// A name that is not a type of the API.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mention {
    Map,
    Cow,
    Wire,
    Patterns,
    HeaderValue,
    Parameter,
    Location,
    Style,
    Outcome,
}

impl<'a> Imports<'a> {
    pub(super) fn of_types(items: &[Declared<'a>]) -> Self {
        let mut mentions = Mentions::default();
        for item in items {
            mentions.item(&item.item);
        }
        for item in items {
            mentions.types.remove(item.item.ident());
        }
        let uses = [
            mentions.then(Mention::Cow, Use::Cow),
            mentions.then(Mention::Map, Use::Map),
            mentions.then(Mention::Wire, Use::Wire),
            mentions.then(Mention::Patterns, Use::Patterns),
            mentions.types().map(Use::Siblings),
        ];
        Self(uses.into_iter().flatten().collect())
    }

    pub(super) fn of_operations(operations: &[Operation<'a>]) -> Self {
        let mut mentions = Mentions::default();
        for operation in operations {
            mentions.operation(operation);
        }
        let operation = [
            mentions.then(Mention::Style, "self"),
            mentions.then(Mention::Location, "Location"),
            Some("Operation"),
            mentions.then(Mention::Parameter, "Parameter"),
        ];
        let http = if mentions.others.contains(&Mention::HeaderValue) {
            Use::MethodAndHeaderValue
        } else {
            Use::Method
        };
        let uses = [
            mentions.then(Mention::Map, Use::Map),
            Some(http),
            Some(Use::Call),
            Some(Use::Operation(operation.into_iter().flatten().collect())),
            mentions.then(Mention::Outcome, Use::Outcome),
            mentions.types().map(Use::Types),
        ];
        Self(uses.into_iter().flatten().collect())
    }
}

impl<'a> Mentions<'a> {
    fn note(&mut self, mention: Mention, is_mentioned: bool) {
        self.others.extend(is_mentioned.then_some(mention));
    }

    fn then<T>(&self, mention: Mention, then: T) -> Option<T> {
        self.others.contains(&mention).then_some(then)
    }

    fn types(&self) -> Option<Vec<&'a str>> {
        (!self.types.is_empty()).then(|| self.types.iter().copied().collect())
    }

    fn item(&mut self, item: &TypeItem<'a>) {
        self.note(Mention::Wire, !matches!(item, TypeItem::Alias(..)));
        match item {
            TypeItem::Struct(item) => {
                item.fields.iter().for_each(|field| self.ty(&field.ty));
                item.rest.iter().for_each(|rest| self.ty(&rest.ty));
                if let Constructor::New(new) = &item.constructor {
                    let arguments = new.arguments.iter();
                    arguments.for_each(|(_, argument)| self.argument(argument));
                }
            }
            TypeItem::Union(item) => match &item.variants {
                UnionKind::Tagged(tagged) => {
                    let variants = tagged.variants.iter();
                    variants.for_each(|variant| self.ty(&variant.payload));
                }
                UnionKind::Untagged(untagged) => {
                    let payloads = untagged.variants.iter();
                    let payloads = payloads.filter_map(|variant| variant.payload.as_ref());
                    payloads.for_each(|payload| self.ty(payload));
                }
            },
            TypeItem::Alias(_, _, target) => self.ty(target),
            TypeItem::Text(item) => {
                self.note(Mention::Cow, true);
                self.note(Mention::Patterns, item.automaton.is_some());
            }
            TypeItem::Integer(_) | TypeItem::Enum(_) => {}
        }
    }

    fn operation(&mut self, operation: &Operation<'a>) {
        self.note(
            Mention::HeaderValue,
            operation.content_type.is_some() || operation.accept.is_some(),
        );
        self.note(
            Mention::Outcome,
            operation.success.is_some() || operation.failure.is_some(),
        );
        operation.parameters.iter().for_each(|row| self.row(row));
        operation.arguments.iter().for_each(|it| self.set(it));
        operation.body.iter().for_each(|body| self.body(body));
        for setter in &operation.setters {
            match setter {
                Setter::Parameter(_, _, set) => self.set(set),
                Setter::Body(_, body) => self.body(body),
                Setter::OtherBody(_) | Setter::SendAs(_) => {}
            }
        }
        if let Sent::Value(ty) = &operation.sent {
            self.ty(ty);
        }
        self.payload(&operation.payload);
        if let Some(alternatives) = &operation.alternatives {
            for variant in &alternatives.variants {
                self.ty(&variant.ty);
                self.format(&variant.format);
            }
        }
        let success = operation.success.iter();
        success.for_each(|outcomes| self.outcomes(outcomes));
        match &operation.failure {
            None => {}
            Some(Failure::Body(ty, _)) => self.ty(ty),
            Some(Failure::ByStatus(outcomes)) => self.outcomes(outcomes),
        }
    }

    fn row(&mut self, row: &Row<'_>) {
        self.note(Mention::Parameter, true);
        let mut attributes = row.attributes.iter();
        self.note(
            Mention::Style,
            attributes.any(|it| matches!(it, Attribute::Style(_))),
        );
    }

    fn set(&mut self, set: &SetParameter<'a>) {
        self.target(set.target);
        self.argument(&set.argument);
    }

    fn target(&mut self, target: Target<'_>) {
        self.note(Mention::Location, target.location.is_some());
    }

    fn body(&mut self, body: &SetBody<'a>) {
        if let Written::Value { tag, format, .. } = &body.written {
            self.argument(&body.argument);
            if let Some(tag) = tag {
                self.target(*tag);
            }
            self.format(format);
        }
    }

    fn format(&mut self, format: &Format<'_>) {
        if let Format::Form(rows) = format {
            for row in rows {
                self.row(row);
            }
        }
    }

    fn outcomes(&mut self, outcomes: &Outcomes<'a>) {
        let payloads = outcomes
            .variants
            .iter()
            .filter_map(|it| it.payload.as_ref());
        payloads.for_each(|payload| self.payload(payload));
    }

    fn payload(&mut self, payload: &Payload<'a>) {
        match payload {
            Payload::Value(ty) | Payload::Optional(ty, _) => self.ty(ty),
            Payload::Nothing
            | Payload::Text
            | Payload::Secret
            | Payload::Bytes
            | Payload::Outcome(_)
            | Payload::StreamedOutcome(_) => {}
        }
    }

    fn argument(&mut self, argument: &Argument<'a>) {
        match argument {
            Argument::Value(ty) | Argument::Reference(ty) | Argument::Into(ty) => self.ty(ty),
            Argument::Str | Argument::IntoEnum(_) => {}
        }
    }

    fn ty(&mut self, ty: &Type<'a>) {
        self.note(Mention::Map, ty.has_map());
        ty.named(&mut |_, name| {
            self.types.insert(name);
        });
    }
}
