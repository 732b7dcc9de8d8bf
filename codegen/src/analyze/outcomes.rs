//! What comes back: which body belongs to which status.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::aliases::behind_names;
use super::media_types::preferred;
use crate::ir::{
    Api, ApiVersion, Encoding, MediaType, Method, Operation, Response, Status, TypeId, TypeRef,
    TypeTable,
};

/// The statuses of successes, but for redirects.
const SUCCESSES: RangeInclusive<u16> = 200..=299;

/// The statuses of redirects; they are successes where the document describes them.
const REDIRECTS: RangeInclusive<u16> = 300..=399;

/// The statuses of failures. A redirect that the document does not describe is one.
const FAILURES: RangeInclusive<u16> = 300..=599;

/// Statuses that follow each other: the first and the last.
pub type Span = (u16, u16);

/// A body, by the position of its response and of the media type in that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body {
    /// The position among the responses of the operation.
    pub response: usize,
    /// The position in the content of the response.
    pub media: usize,
}

/// A response, and when it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The position among the responses of the operation.
    pub response: usize,
    /// The position in its content of what is read from it; `None` when it has no body.
    pub media: Option<usize>,
    /// The statuses that it is for; no other response of the operation is for one of them.
    pub statuses: Vec<Span>,
}

/// What a success carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Success {
    /// Nothing.
    #[default]
    Nothing,
    /// The same body, whatever the status.
    Body(Body),
    /// The same body, and none with these statuses. A redirect may be without one anyway.
    Optional(Body, Vec<Span>),
    /// Another body with another status, in the order of the document.
    ByStatus(Vec<Outcome>),
}

/// What the failures of an operation carry that is not the error that operations share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The same body with all these statuses.
    Body(Body, Vec<Span>),
    /// Another body with another status, in the order of the document.
    ByStatus(Vec<Outcome>),
}

/// What the successes of an operation carry.
pub(super) fn success(types: &TypeTable, operation: &Operation) -> Success {
    let chosen = successes(types, operation);
    let bodies: Vec<Body> = chosen.iter().filter_map(Chosen::body).collect();
    let outcomes = || chosen.iter().map(|it| it.outcome(operation));
    // A caller has to see that it is sent elsewhere, whatever the bodies.
    let redirects = chosen.iter().filter(|it| it.leads_elsewhere(operation));
    let is_mixed = ![0, chosen.len()].contains(&redirects.count());
    if is_mixed || !all_same(types, operation, &bodies) {
        return Success::ByStatus(outcomes().collect());
    }
    let Some(&first) = bodies.first() else {
        return Success::Nothing;
    };
    let without = outcomes().filter(|outcome| outcome.media.is_none());
    let without = merged(without.flat_map(|outcome| outcome.statuses));
    let is_whole = without.is_empty() && !first.is_of_redirect(operation);
    // Text and bytes can be empty, so they say themselves when there is no body.
    if is_whole || first.of(operation).encoding != Encoding::Json {
        Success::Body(first)
    } else {
        Success::Optional(first, without)
    }
}

/// The statuses of the redirects that are successes.
pub(super) fn redirects(types: &TypeTable, operation: &Operation) -> Vec<Span> {
    let successes = successes(types, operation).into_iter();
    let redirects = successes.filter(|it| it.response(operation).status.is_redirect());
    merged(redirects.flat_map(|it| it.outcome(operation).statuses))
}

/// What the failures of an operation carry besides `shared`, where that has a type.
pub(super) fn failure(
    types: &TypeTable,
    operation: &Operation,
    shared: Option<TypeId>,
) -> Option<Failure> {
    let mut own = unshared_failures(types, operation, shared);
    own.retain(|body| body.of(operation).ty != TypeRef::Any);
    let first = *own.first()?;
    let outcomes = own.iter().map(|body| body.chosen().failing(operation));
    if all_same(types, operation, &own) {
        let statuses = outcomes.flat_map(|outcome| outcome.statuses);
        Some(Failure::Body(first, merged(statuses)))
    } else {
        Some(Failure::ByStatus(outcomes.collect()))
    }
}

/// The statuses of the failures whose JSON is not `shared`.
pub(super) fn unshared(
    types: &TypeTable,
    operation: &Operation,
    shared: Option<TypeId>,
) -> Vec<Span> {
    if shared.is_none() {
        return Vec::new();
    }
    let failures = unshared_failures(types, operation, shared).into_iter();
    merged(failures.flat_map(|body| body.chosen().failing(operation).statuses))
}

fn unshared_failures(
    types: &TypeTable,
    operation: &Operation,
    shared: Option<TypeId>,
) -> Vec<Body> {
    let is_shared = |ty: &TypeRef| shared.is_some_and(|id| equal(types, ty, &TypeRef::Named(id)));
    let mut bodies = failures(types, operation);
    bodies.retain(|body| !is_shared(&body.of(operation).ty));
    bodies
}

/// The type of the JSON of more than half of all failures, when that is a named type.
pub(super) fn shared_error(api: &Api) -> Option<TypeId> {
    let mut counts: BTreeMap<TypeId, usize> = BTreeMap::new();
    let mut all = 0;
    for operation in &api.operations {
        for body in failures(&api.types, operation) {
            all += 1;
            if let TypeRef::Named(id) = behind_names(&api.types, &body.of(operation).ty) {
                *counts.entry(*id).or_default() += 1;
            }
        }
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.filter(|(_, count)| 2 * count > all).map(|(id, _)| id)
}

impl Outcome {
    /// The body, where there is one.
    #[must_use]
    pub fn body(&self) -> Option<Body> {
        let response = self.response;
        self.media.map(|media| Body { response, media })
    }

    /// Whether it is that of a redirect, whose body may be missing.
    #[must_use]
    pub fn is_redirect(&self) -> bool {
        let mut statuses = self.statuses.iter();
        statuses.all(|(first, _)| REDIRECTS.contains(first))
    }

    /// Whether every status of a success is that of one of these, redirects aside.
    #[must_use]
    pub fn cover_successes(outcomes: &[Self]) -> bool {
        let outcomes = outcomes.iter().filter(|outcome| !outcome.is_redirect());
        let spans = outcomes.flat_map(|outcome| &outcome.statuses);
        let count = |(first, last): &Span| usize::from(last - first) + 1;
        spans.map(count).sum::<usize>() == SUCCESSES.count()
    }
}

impl Body {
    fn of(self, operation: &Operation) -> &MediaType {
        &operation.responses[self.response].content[self.media]
    }

    fn is_of_redirect(self, operation: &Operation) -> bool {
        self.chosen().response(operation).status.is_redirect()
    }

    fn chosen(self) -> Chosen {
        Chosen {
            response: self.response,
            media: Some(self.media),
        }
    }
}

/// A response, and what is read from it.
#[derive(Clone, Copy)]
struct Chosen {
    response: usize,
    media: Option<usize>,
}

impl Chosen {
    fn body(&self) -> Option<Body> {
        let response = self.response;
        self.media.map(|media| Body { response, media })
    }

    fn response(self, operation: &Operation) -> &Response {
        &operation.responses[self.response]
    }

    /// Whether it sends the caller to another place.
    fn leads_elsewhere(self, operation: &Operation) -> bool {
        let status = self.response(operation).status;
        status.is_redirect() && !status.is_not_modified()
    }

    /// The same with the statuses that it is for, as a success.
    fn outcome(self, operation: &Operation) -> Outcome {
        let is_redirect = self.response(operation).status.is_redirect();
        self.with(operation, if is_redirect { REDIRECTS } else { SUCCESSES })
    }

    /// The same with the statuses that it is for, as a failure.
    fn failing(self, operation: &Operation) -> Outcome {
        self.with(operation, FAILURES)
    }

    fn with(self, operation: &Operation, all: RangeInclusive<u16>) -> Outcome {
        Outcome {
            response: self.response,
            media: self.media,
            statuses: statuses(operation, self.response, all),
        }
    }
}

/// The successes, as far as they belong to the version that is asked for.
fn successes(types: &TypeTable, operation: &Operation) -> Vec<Chosen> {
    let declared = || {
        let responses = operation.responses.iter().enumerate();
        responses.filter(|(_, response)| operation.is_success(response))
    };
    let content: Vec<&MediaType> = declared().flat_map(|(_, it)| &it.content).collect();
    // Plain JSON beside a version does not exclude what other responses have in that version.
    let json = content
        .iter()
        .filter(|media| media.encoding == Encoding::Json);
    let json = json.filter_map(|media| media.version.as_ref()).max();
    let version = json.or_else(|| content.iter().filter_map(|it| it.version.as_ref()).max());
    // A response to HEAD never has a body (RFC 9110, section 9.3.2).
    let has_bodies = operation.method != Method::Head;
    let chosen = declared().filter_map(|(response, declared)| {
        let media = choose(types, &declared.content, version);
        let is_expected = media.is_some() || declared.content.is_empty();
        let media = media.filter(|_| has_bodies);
        is_expected.then_some(Chosen { response, media })
    });
    chosen.collect()
}

/// The media type to read in a response when a request asks for `version`, unless the response belongs to other
/// versions alone.
fn choose(types: &TypeTable, content: &[MediaType], version: Option<&ApiVersion>) -> Option<usize> {
    let fits = |media: &&MediaType| media.version.is_none() || media.version.as_ref() == version;
    let fitting: Vec<&MediaType> = content.iter().filter(fits).collect();
    let chosen = fitting[preferred(types, &fitting)?];
    content.iter().position(|media| media == chosen)
}

/// The failures that say something in JSON. What is for no status of a failure is none: an informational response, or a
/// default beside all ranges.
fn failures(types: &TypeTable, operation: &Operation) -> Vec<Body> {
    let responses = operation.responses.iter().enumerate();
    let comes = |position| !statuses(operation, position, FAILURES).is_empty();
    let failures = responses.filter(|(at, it)| !operation.is_success(it) && comes(*at));
    let bodies = failures.filter_map(|(response, declared)| {
        let content: Vec<&MediaType> = declared.content.iter().collect();
        let media = preferred(types, &content)?;
        (content[media].encoding == Encoding::Json).then_some(Body { response, media })
    });
    bodies.collect()
}

/// The statuses of `all` that a response is for: a code goes before a range, and a range before the default.
fn statuses(operation: &Operation, position: usize, all: RangeInclusive<u16>) -> Vec<Span> {
    let rank = |declared: Status, status: u16| match declared {
        Status::Code(code) => (code == status).then_some(0),
        Status::Range(class) => (u16::from(class) == status / 100).then_some(1),
        Status::Default => Some(2),
    };
    let is_meant = |status: &u16| {
        let responses = operation.responses.iter().enumerate();
        let ranked = responses.filter_map(|(at, it)| Some((rank(it.status, *status)?, at)));
        ranked.min().is_some_and(|(_, best)| best == position)
    };
    let mut spans: Vec<Span> = Vec::new();
    for status in all.filter(is_meant) {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == status => *last = status,
            _ => spans.push((status, status)),
        }
    }
    spans
}

/// The same statuses in order, in as few spans as there can be; none is in two of `spans`.
fn merged(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut sorted: Vec<Span> = spans.collect();
    sorted.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for (first, last) in sorted {
        match merged.last_mut() {
            Some((_, end)) if *end + 1 == first => *end = last,
            _ => merged.push((first, last)),
        }
    }
    merged
}

/// Whether all bodies are one type in Rust.
fn all_same(types: &TypeTable, operation: &Operation, bodies: &[Body]) -> bool {
    bodies
        .windows(2)
        .all(|pair| same(types, pair[0].of(operation), pair[1].of(operation)))
}

fn same(types: &TypeTable, one: &MediaType, other: &MediaType) -> bool {
    match (one.encoding, other.encoding) {
        (Encoding::Json, Encoding::Json) => equal(types, &one.ty, &other.ty),
        (Encoding::Json, _) | (_, Encoding::Json) => false,
        // A secret is not a plain text.
        (Encoding::Text, Encoding::Text) => one.ty == other.ty,
        (one, other) => (one == Encoding::Text) == (other == Encoding::Text),
    }
}

/// Whether two types are one, aliases looked through.
fn equal(types: &TypeTable, one: &TypeRef, other: &TypeRef) -> bool {
    behind_names(types, one) == behind_names(types, other)
}
