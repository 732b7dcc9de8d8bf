//! Responses: the body of each status.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::media_types::preferred;
use crate::ir::{
    Api, ApiVersion, Encoding, MediaType, MediaTypeId, Method, Operation, Response, ResponseId,
    Status, TypeId, TypeRef, TypeTable,
};

/// The statuses of successes, except for redirects.
const SUCCESSES: RangeInclusive<u16> = 200..=299;

/// The statuses of redirects, which are successes if documented.
const REDIRECTS: RangeInclusive<u16> = 300..=399;

/// The statuses of failures, including undocumented redirects.
const FAILURES: RangeInclusive<u16> = 300..=599;

/// A range of statuses: the first and the last.
pub type Span = (u16, u16);

/// The body of a response in one of its media types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body {
    /// The response.
    pub response: ResponseId,
    /// The media type.
    pub media: MediaTypeId,
}

/// A response and its statuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The response.
    pub response: ResponseId,
    /// Its media type; `None` if it has no body.
    pub media: Option<MediaTypeId>,
    /// The statuses; they do not overlap with those of other responses.
    pub statuses: Vec<Span>,
}

/// The body of a success.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Success {
    /// Nothing.
    #[default]
    Nothing,
    /// The same body for all statuses.
    Body(Body),
    /// The same body, and none for these statuses. The body of a redirect is always optional.
    Optional(Body, Vec<Span>),
    /// Different bodies by status, in document order.
    ByStatus(Vec<Outcome>),
}

/// The bodies of failures other than the shared error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The same body for all these statuses.
    Body(Body, Vec<Span>),
    /// Different bodies by status, in document order.
    ByStatus(Vec<Outcome>),
}

/// The bodies of the successes of an operation.
pub(super) fn success(types: &TypeTable, operation: &Operation) -> Success {
    let chosen = successes(types, operation);
    let bodies: Vec<Body> = chosen.iter().filter_map(Chosen::body).collect();
    let outcomes = || chosen.iter().map(|it| it.outcome(operation));
    // A redirect must be visible to the caller, whatever the bodies.
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
    match first.of(operation).encoding {
        _ if is_whole => Success::Body(first),
        Encoding::Json => Success::Optional(first, without),
        Encoding::Xml => Success::ByStatus(outcomes().collect()),
        // Text and bytes can be empty, so a missing body needs no `Option`.
        _ => Success::Body(first),
    }
}

/// The statuses of the redirects that are successes.
pub(super) fn redirects(types: &TypeTable, operation: &Operation) -> Vec<Span> {
    let successes = successes(types, operation).into_iter();
    let redirects = successes.filter(|it| it.response(operation).status.is_redirect());
    merged(redirects.flat_map(|it| it.outcome(operation).statuses))
}

/// The typed bodies of failures other than `shared`.
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

/// The types of the JSON of failures, the most frequent first, and how many failures have each.
pub(super) fn errors(api: &Api) -> Vec<(&TypeRef, usize)> {
    let mut counts: Vec<(&TypeRef, usize)> = Vec::new();
    let mut named: BTreeMap<TypeId, usize> = BTreeMap::new();
    for operation in &api.operations {
        for body in failures(&api.types, operation) {
            let ty = api.types.resolve(&body.of(operation).ty);
            let known = match ty {
                TypeRef::Named(id) => named.get(id).copied(),
                ty => counts.iter().position(|(counted, _)| *counted == ty),
            };
            if let Some(position) = known {
                counts[position].1 += 1;
                continue;
            }
            if let TypeRef::Named(id) = ty {
                named.insert(*id, counts.len());
            }
            counts.push((ty, 1));
        }
    }
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

/// The type of the JSON of more than half of all failures, if it is named.
pub(super) fn shared_error(errors: &[(&TypeRef, usize)]) -> Option<TypeId> {
    let all: usize = errors.iter().map(|(_, count)| count).sum();
    match errors.first()? {
        (TypeRef::Named(id), count) if 2 * count > all => Some(*id),
        _ => None,
    }
}

impl Outcome {
    /// The body, if any.
    #[must_use]
    pub fn body(&self) -> Option<Body> {
        let response = self.response;
        self.media.map(|media| Body { response, media })
    }

    /// Whether it is a redirect, whose body is optional.
    #[must_use]
    pub fn is_redirect(&self) -> bool {
        let mut statuses = self.statuses.iter();
        statuses.all(|(first, _)| REDIRECTS.contains(first))
    }

    /// Whether these cover all statuses of successes except redirects.
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
        operation.response(self.response).media_type(self.media)
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

/// A response and the media type to decode.
#[derive(Clone, Copy)]
struct Chosen {
    response: ResponseId,
    media: Option<MediaTypeId>,
}

impl Chosen {
    fn body(&self) -> Option<Body> {
        let response = self.response;
        self.media.map(|media| Body { response, media })
    }

    fn response(self, operation: &Operation) -> &Response {
        operation.response(self.response)
    }

    /// Whether it is a redirect.
    fn leads_elsewhere(self, operation: &Operation) -> bool {
        let status = self.response(operation).status;
        status.is_redirect() && !status.is_not_modified()
    }

    /// The outcome as a success.
    fn outcome(self, operation: &Operation) -> Outcome {
        let is_redirect = self.response(operation).status.is_redirect();
        self.with(operation, if is_redirect { REDIRECTS } else { SUCCESSES })
    }

    /// The outcome as a failure.
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

/// The successes of the requested version.
fn successes(types: &TypeTable, operation: &Operation) -> Vec<Chosen> {
    let declared = || {
        let ids = operation.response_ids();
        let responses = ids.map(|id| (id, operation.response(id)));
        responses.filter(|(_, response)| operation.is_success(response))
    };
    let content: Vec<&MediaType> = declared().flat_map(|(_, it)| &it.content).collect();
    // Unversioned JSON does not exclude other responses with that version.
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

/// The media type to decode in a response to a request for `version`, unless the response only has other
/// versions.
fn choose(
    types: &TypeTable,
    content: &[MediaType],
    version: Option<&ApiVersion>,
) -> Option<MediaTypeId> {
    let fits = |media: &&MediaType| media.version.is_none() || media.version.as_ref() == version;
    let fitting: Vec<&MediaType> = content.iter().filter(fits).collect();
    let chosen = fitting[preferred(types, &fitting)?];
    let position = content.iter().position(|media| media == chosen);
    position.map(MediaTypeId::new)
}

/// The failures with JSON. A response without a status of a failure is excluded: an informational one, or a
/// default in addition to all ranges.
fn failures(types: &TypeTable, operation: &Operation) -> Vec<Body> {
    let responses = operation.response_ids();
    let responses = responses.map(|id| (id, operation.response(id)));
    let comes = |id| !statuses(operation, id, FAILURES).is_empty();
    let failures = responses.filter(|(at, it)| !operation.is_success(it) && comes(*at));
    let bodies = failures.filter_map(|(response, declared)| {
        let content: Vec<&MediaType> = declared.content.iter().collect();
        let position = preferred(types, &content)?;
        let media = MediaTypeId::new(position);
        (content[position].encoding == Encoding::Json).then_some(Body { response, media })
    });
    bodies.collect()
}

/// The statuses of `all` that a response covers: a code takes precedence over a range, and a range over the default.
fn statuses(operation: &Operation, id: ResponseId, all: RangeInclusive<u16>) -> Vec<Span> {
    let declared = |at: &Response| at.status;
    let position = id.index();
    if let Status::Code(code) = operation.response(id).status {
        let first = operation
            .responses
            .iter()
            .map(declared)
            .position(|it| it == Status::Code(code));
        let is_meant = all.contains(&code) && first == Some(position);
        return is_meant.then_some((code, code)).into_iter().collect();
    }
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

/// The same statuses, sorted and merged into as few ranges as possible; `spans` must be disjoint.
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
        (Encoding::Json, Encoding::Json) | (Encoding::Xml, Encoding::Xml) => {
            equal(types, &one.ty, &other.ty)
        }
        (Encoding::Json | Encoding::Xml, _) | (_, Encoding::Json | Encoding::Xml) => false,
        // A secret is not plain text.
        (Encoding::Text, Encoding::Text) => one.ty == other.ty,
        (one, other) => (one == Encoding::Text) == (other == Encoding::Text),
    }
}

/// Whether two types are the same after resolving aliases.
fn equal(types: &TypeTable, one: &TypeRef, other: &TypeRef) -> bool {
    types.resolve(one) == types.resolve(other)
}
