//! Names of the enums with a variant for each status.

use super::OutcomeNames;
use super::scope::{Preference, Scope};
use super::words::Words;
use crate::analyze::{Failure, OperationFacts, Outcome, Success};
use crate::ir::{Operation, Status};

/// The catch-all of an enum of successes.
const REST: &str = "Unknown";

/// The names of the enum of successes, if bodies differ by status.
pub(super) fn success(
    operation: &Operation,
    facts: &OperationFacts,
    idents: &mut Scope,
) -> Option<OutcomeNames> {
    match &facts.success {
        Success::ByStatus(outcomes) => Some(names(operation, outcomes, "success", idents)),
        Success::Nothing | Success::Body(_) | Success::Optional(..) => None,
    }
}

/// The names of the enum of failures, if bodies differ by status.
pub(super) fn failure(
    operation: &Operation,
    facts: &OperationFacts,
    idents: &mut Scope,
) -> Option<OutcomeNames> {
    match facts.failure.as_ref()? {
        Failure::ByStatus(outcomes) => Some(names(operation, outcomes, "failure", idents)),
        Failure::Body(..) => None,
    }
}

fn names(
    operation: &Operation,
    outcomes: &[Outcome],
    word: &str,
    idents: &mut Scope,
) -> OutcomeNames {
    let words = Words::of(&operation.id).and(word);
    let preference = Preference {
        words,
        ..Preference::plain(&operation.id).or("outcome")
    };
    let mut scope = Scope::folded(Words::camel, &[REST]);
    let statuses = outcomes.iter().map(|outcome| {
        let status = operation.response(outcome.response).status;
        Preference::plain(&text(status)).or("status")
    });
    let variants = scope.claim_all(statuses.collect());
    OutcomeNames {
        ident: idents.claim(preference).name,
        variants: variants.into_iter().map(|claim| claim.name).collect(),
    }
}

/// The name of a status in HTTP (RFC 9110, section 15).
fn text(status: Status) -> String {
    match status {
        Status::Code(code) => {
            let known = http::StatusCode::from_u16(code).ok();
            let reason = known.and_then(|status| status.canonical_reason());
            reason.map_or_else(|| format!("status {code}"), str::to_owned)
        }
        Status::Range(1) => "informational".to_owned(),
        Status::Range(2) => "success".to_owned(),
        Status::Range(3) => "redirection".to_owned(),
        Status::Range(4) => "client error".to_owned(),
        Status::Range(_) => "server error".to_owned(),
        Status::Default => "other".to_owned(),
    }
}
