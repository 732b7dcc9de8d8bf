//! The documented responses, and where a caller finds each of them.

use super::super::model::{Model, NamedOperation};
use super::answer::{Answer, Payload};
use crate::analyze::{Failure, Outcome, Success};
use crate::diagnostic::Pointer;
use crate::ir::{self, ResponseId, TypeRef};
use crate::name::OutcomeNames;

/// A documented response.
#[derive(Clone, Debug, PartialEq)]
pub struct Response<'a> {
    /// Its place in the document.
    pub origin: &'a Pointer,
    /// Where a caller finds it.
    pub place: Place<'a>,
}

/// Where a caller finds a response.
#[derive(Clone, Debug, PartialEq)]
pub enum Place<'a> {
    /// In the result of the call.
    Result(Payload<'a>),
    /// In a variant of an enum by status.
    Variant(&'a str, &'a str),
    /// In the error, as a type of the API.
    Error(&'a str),
    /// In the error, as JSON, text or bytes.
    ErrorBody,
}

pub(super) fn plan<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Vec<Response<'a>> {
    let responses = operation.def.response_ids();
    let responses = responses.map(|id| (id, operation.def.response(id)));
    let final_ones = responses.filter(|(_, response)| !response.status.is_informational());
    final_ones
        .map(|(id, response)| Response {
            origin: &response.origin.0,
            place: if operation.def.is_success(response) {
                success(model, operation, id)
            } else {
                failure(model, operation, id, response)
            },
        })
        .collect()
}

fn success<'a>(model: &Model<'a>, operation: NamedOperation<'a>, id: ResponseId) -> Place<'a> {
    let variant = match &operation.facts.success {
        Success::ByStatus(outcomes) => variant(outcomes, operation.names.success.as_ref(), id),
        Success::Nothing | Success::Body(_) | Success::Optional(..) => None,
    };
    variant.unwrap_or_else(|| Place::Result(operation.answer().payload(model)))
}

fn failure<'a>(
    model: &Model<'a>,
    operation: NamedOperation<'a>,
    id: ResponseId,
    response: &'a ir::Response,
) -> Place<'a> {
    let has = |ty: &TypeRef| response.content.iter().any(|media| media.ty == *ty);
    let shared = model.facts.error.filter(|it| has(&TypeRef::Named(*it)));
    let own = match &operation.facts.failure {
        Some(Failure::ByStatus(outcomes)) => {
            variant(outcomes, operation.names.failure.as_ref(), id)
        }
        Some(Failure::Body(body, _)) => match Answer::of(operation.media(*body)) {
            Answer::Value(ty @ TypeRef::Named(named)) if has(ty) => {
                Some(Place::Error(model.get(*named).ident()))
            }
            _ => None,
        },
        None => None,
    };
    let shared = shared.map(|it| Place::Error(model.get(it).ident()));
    own.or(shared).unwrap_or(Place::ErrorBody)
}

fn variant<'a>(
    outcomes: &[Outcome],
    names: Option<&'a OutcomeNames>,
    response: ResponseId,
) -> Option<Place<'a>> {
    let names = names?;
    let position = outcomes.iter().position(|it| it.response == response)?;
    Some(Place::Variant(&names.ident, names.variants.get(position)?))
}
