//! Work whose progress is at a URL of the response.

use super::super::model::{Model, NamedOperation};
use super::super::operation::answer::{Answer, Payload};
use crate::analyze::{Outcome, Success};
use crate::ir::{Encoding, Method, Status, WorkOutcome};
use crate::options::Switch;

/// Work whose progress is at a URL of the response.
#[derive(Clone, Debug, PartialEq)]
pub struct Work<'a> {
    /// Why the operation starts work.
    pub source: WorkSource<'a>,
    /// The source of its result.
    pub outcome: WorkOutcome,
    /// Its result.
    pub result: Payload<'a>,
}

/// Why an operation starts work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkSource<'a> {
    /// The document declares it.
    Declared,
    /// A response with status 202 has this header.
    Inferred(&'a str),
}

/// The status of a response to a request that the server has only accepted.
const ACCEPTED: Status = Status::Code(202);

/// Headers with the URL of the progress.
const HEADERS: [&str; 3] = ["operation-location", "azure-asyncoperation", "location"];

/// The work that an operation starts, if the settings do not switch it off and its result has one type.
pub(super) fn work<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Work<'a>> {
    if is_off(model, operation) {
        return None;
    }
    let (source, outcome) = match &operation.def.work {
        Some(declared) => (WorkSource::Declared, declared.outcome?),
        None => (WorkSource::Inferred(header(operation)?), WorkOutcome::Usual),
    };
    Some(Work {
        source,
        outcome,
        result: result(model, operation)?,
    })
}

/// Whether the settings switch the waits of an operation off.
pub(super) fn is_off(model: &Model<'_>, operation: NamedOperation<'_>) -> bool {
    let settings = &model.options.waiters;
    let is_off = |name: &str| matches!(settings.get(name), Some(Switch::Off));
    !settings.is_empty() && (is_off(&operation.def.id) || is_off(&operation.def.request()))
}

/// The documented header of a 202 with the URL of the progress. A request that only reads starts no work.
fn header(operation: NamedOperation<'_>) -> Option<&str> {
    if matches!(
        operation.def.method,
        Method::Get | Method::Head | Method::Query
    ) {
        return None;
    }
    let mut accepted = operation.def.responses.iter();
    let accepted = accepted.find(|response| response.status == ACCEPTED)?;
    let names = accepted.headers.iter().map(|it| it.name.as_str());
    let is_known = |name: &&str| HEADERS.iter().any(|known| known.eq_ignore_ascii_case(name));
    names.into_iter().find(is_known)
}

/// The result of the work: the body of a success that is not only accepted.
fn result<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<Payload<'a>> {
    match (&operation.facts.success, operation.answer()) {
        (_, Answer::Optional(ty, [(202, 202)])) => Some(Payload::Value(model.nullable(ty))),
        (_, answer @ (Answer::Nothing | Answer::Value(_) | Answer::Optional(..))) => {
            Some(answer.payload(model))
        }
        (Success::ByStatus(outcomes), _) => {
            let is_final =
                |outcome: &&Outcome| operation.def.response(outcome.response).status != ACCEPTED;
            let mut last = outcomes.iter().filter(is_final).map(Outcome::body);
            let (Some(body), None) = (last.next(), last.next()) else {
                return None;
            };
            let media = operation.media(body?);
            let is_json = media.encoding == Encoding::Json;
            is_json.then(|| Payload::Value(model.nullable(&media.ty)))
        }
        _ => None,
    }
}
