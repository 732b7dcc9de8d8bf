//! The names that a file imports, derived from what its items mention.

use std::collections::BTreeSet;

use super::operation::{Failure, Operation, Outcomes, Payload, Sent, SetBody, Setter, Written};
use super::ty::{Argument, Type};
use super::types::{Constructor, Declared, SharedForm, TypeItem, Union, UnionKind, Xml};
use super::waiting::Waiting;

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
    /// Sequences of values.
    Events,
    /// Lists in pages.
    Paging,
    /// Waits.
    Waiting,
    /// Types of the API.
    Types(Vec<&'a str>),
    /// The module `types`.
    TypesModule,
}

/// The names that items mention.
#[derive(Default)]
struct Mentions<'a> {
    types: BTreeSet<&'a str>,
    others: BTreeSet<Mention>,
}

/// A name that is not a type of the API.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mention {
    Cow,
    Map,
    Wire,
    Patterns,
    HeaderValue,
    Events,
    Paging,
    Waiting,
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

    /// The types that these mention.
    pub(super) fn of_payloads<'t>(payloads: impl Iterator<Item = &'t Type<'a>>) -> Self
    where
        'a: 't,
    {
        let mut mentions = Mentions::default();
        payloads.for_each(|ty| mentions.ty(ty));
        let map = mentions.then(Mention::Map, Use::Map);
        let types = mentions.types().map(|_| Use::TypesModule);
        Self([map, types].into_iter().flatten().collect())
    }

    pub(super) fn of_operations(operations: &[Operation<'a>]) -> Self {
        let mut mentions = Mentions::default();
        for operation in operations {
            mentions.operation(operation);
        }
        let http = if mentions.others.contains(&Mention::HeaderValue) {
            Use::MethodAndHeaderValue
        } else {
            Use::Method
        };
        let uses = [
            mentions.then(Mention::Map, Use::Map),
            Some(http),
            Some(Use::Call),
            mentions.then(Mention::Events, Use::Events),
            mentions.then(Mention::Paging, Use::Paging),
            mentions.then(Mention::Waiting, Use::Waiting),
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
                item.xml.iter().for_each(|xml| self.xml(xml));
                if let Constructor::New(new) = &item.constructor {
                    let arguments = new.arguments.iter();
                    arguments.for_each(|(_, argument)| self.argument(argument));
                }
            }
            TypeItem::Union(item) => self.union(item),
            TypeItem::Alias(_, _, target) => self.ty(target),
            TypeItem::Text(item) => {
                self.note(Mention::Patterns, item.automaton.is_some());
            }
            TypeItem::Integer(_) | TypeItem::Enum(_) => {}
        }
    }

    fn union(&mut self, item: &Union<'a>) {
        match &item.variants {
            UnionKind::Tagged(tagged) => {
                let variants = tagged.variants.iter();
                variants.for_each(|variant| self.ty(&variant.payload));
            }
            UnionKind::Untagged(untagged) => {
                let payloads = untagged.variants.iter();
                let payloads = payloads.filter_map(|variant| variant.payload.as_ref());
                payloads.for_each(|payload| self.ty(payload));
            }
        }
        for field in &item.shared {
            let is_cow = matches!(field.form, SharedForm::List | SharedForm::Value);
            self.note(Mention::Cow, is_cow);
            self.ty(&field.ty);
        }
    }

    /// The structs in XML, which fields may name by an alias.
    fn xml(&mut self, xml: &Xml<'a>) {
        let members = xml.members.iter().map(|member| &member.value);
        for value in members.chain(&xml.rest) {
            self.types.extend(value.object());
        }
    }

    fn operation(&mut self, operation: &Operation<'a>) {
        self.note(
            Mention::HeaderValue,
            operation.content_type.is_some() || operation.accept.is_some(),
        );
        let arguments = operation.arguments.iter();
        arguments.for_each(|it| self.argument(&it.argument));
        operation.body.iter().for_each(|body| self.body(body));
        for setter in &operation.setters {
            match setter {
                Setter::Parameter(_, _, set) => self.argument(&set.argument),
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
            }
        }
        if let Some(pages) = &operation.pages {
            self.note(Mention::Paging, true);
            self.ty(&pages.item);
        }
        self.waiting(&operation.waiting);
        if let Some(stream) = &operation.stream {
            self.note(Mention::Events, true);
            stream.value.json().into_iter().for_each(|ty| self.ty(ty));
        }
        let success = operation.success.iter();
        success.for_each(|outcomes| self.outcomes(outcomes));
        match &operation.failure {
            None => {}
            Some(Failure::Body(ty, _)) => self.ty(ty),
            Some(Failure::ByStatus(outcomes)) => self.outcomes(outcomes),
        }
    }

    fn waiting(&mut self, waiting: &Waiting<'a>) {
        let polled = waiting.waiter.iter().map(|waiter| &waiter.polled);
        let started = waiting.start.iter().map(|start| &start.poll.polled);
        for polled in polled.chain(started) {
            self.note(Mention::Waiting, true);
            self.ty(&polled.ty());
        }
        if let Some(work) = &waiting.work {
            self.note(Mention::Waiting, true);
            self.payload(&work.result);
        }
    }

    fn body(&mut self, body: &SetBody<'a>) {
        if let Written::Value { .. } = &body.written {
            self.argument(&body.argument);
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
            Payload::Value(ty) | Payload::Xml(ty) | Payload::Optional(ty, _) => self.ty(ty),
            Payload::Nothing
            | Payload::Text
            | Payload::Secret
            | Payload::Bytes
            | Payload::Outcome(_)
            | Payload::StreamedOutcome(_) => {}
        }
    }

    fn argument(&mut self, argument: &Argument<'a>) {
        argument.each(&mut |ty| self.ty(ty));
    }

    fn ty(&mut self, ty: &Type<'a>) {
        self.note(Mention::Map, ty.has_map());
        ty.named(&mut |_, name| {
            self.types.insert(name);
        });
    }
}
