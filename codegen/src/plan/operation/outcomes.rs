//! Bodies that differ by status.

use super::super::docs::{Doc, ItemPhrase};
use super::super::model::{Model, NamedOperation};
use super::super::ty::Type;
use super::answer::{Answer, Payload};
use super::link::link;
use crate::analyze::{self, Outcome, Span, Success};
use crate::name::OutcomeNames;

/// An enum with a variant for each documented response.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcomes<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// The variants.
    pub variants: Vec<OutcomeVariant<'a>>,
    /// The documentation of the variant for other statuses, if there are any.
    pub rest: Option<Doc<'a>>,
}

/// A documented response.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeVariant<'a> {
    /// Its documentation.
    pub docs: Doc<'a>,
    /// Its name.
    pub ident: &'a str,
    /// Its statuses.
    pub statuses: &'a [Span],
    /// Its body.
    pub payload: Option<Payload<'a>>,
}

/// The bodies of failures that are not the shared error.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure<'a> {
    /// The same body with all of these statuses.
    Body(Type<'a>, &'a [Span]),
    /// Bodies that differ by status.
    ByStatus(Outcomes<'a>),
}

pub(super) fn success<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
) -> Option<Outcomes<'a>> {
    let Success::ByStatus(outcomes) = &operation.facts.success else {
        return None;
    };
    let names = operation.names.success.as_ref()?;
    let docs = Doc::phrase(ItemPhrase::OutcomesOf(link(model, operation)));
    let rest = || Doc::phrase(ItemPhrase::UndocumentedStatus);
    let rest = (!Outcome::cover_successes(outcomes)).then(rest);
    let variants = variants(model, operation, names, outcomes);
    Some(Outcomes {
        docs,
        ident: &names.ident,
        variants,
        rest,
    })
}

pub(super) fn failure<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Failure<'a>> {
    Some(match operation.facts.failure.as_ref()? {
        analyze::Failure::Body(body, statuses) => {
            Failure::Body(model.nullable(&operation.media(*body).ty), statuses)
        }
        analyze::Failure::ByStatus(outcomes) => {
            let names = operation.names.failure.as_ref()?;
            Failure::ByStatus(Outcomes {
                docs: Doc::phrase(ItemPhrase::FailuresOf(link(model, operation))),
                ident: &names.ident,
                variants: variants(model, operation, names, outcomes),
                rest: None,
            })
        }
    })
}

fn variants<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    names: &'a OutcomeNames,
    outcomes: &'a [Outcome],
) -> Vec<OutcomeVariant<'a>> {
    let variant = |(outcome, ident): (&'a Outcome, &'a String)| {
        let response = operation.def.response(outcome.response);
        let text = response.docs.description.as_deref().unwrap_or_default();
        OutcomeVariant {
            docs: Doc::phrase(ItemPhrase::Status(response.status, text)),
            ident,
            statuses: &outcome.statuses,
            payload: payload(model, operation, outcome),
        }
    };
    outcomes.iter().zip(&names.variants).map(variant).collect()
}

fn payload<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    outcome: &Outcome,
) -> Option<Payload<'a>> {
    let answer = match Answer::of(operation.media(outcome.body()?)) {
        Answer::Value(ty) if outcome.is_redirect() => Answer::Optional(ty, &[]),
        answer => answer,
    };
    Some(answer.payload(model))
}
