//! The media types that a call sends and accepts, and the others that the document has.

use indexmap::IndexSet;

use super::super::docs::{Doc, ItemPhrase};
use super::super::model::NamedOperation;
use crate::analyze::{Outcome, Success};
use crate::ir::{Encoding, MediaRange, MediaType};

/// The media type of the request body. A range of JSON is sent as plain JSON; for any other range, such as `image/*`, the
/// caller gives the media type.
pub(super) fn content_type(operation: NamedOperation<'_>) -> Option<&str> {
    let (_, media) = operation.body()?;
    match media.encoding {
        _ if !media.range.is_wildcard() => Some(media.range.as_str()),
        Encoding::Json => Some(MediaRange::JSON),
        _ => None,
    }
}

/// The media types that a request accepts, JSON first.
pub(in crate::plan) fn accept(operation: NamedOperation<'_>) -> Option<String> {
    let mut media = read(operation);
    media.sort_by_key(|media| media.encoding != Encoding::Json);
    let ranges = ranges(media.into_iter());
    (!ranges.is_empty()).then(|| ranges.join(", "))
}

/// The media types that successes are read in.
fn read(operation: NamedOperation<'_>) -> Vec<&MediaType> {
    match &operation.facts.success {
        Success::Nothing => Vec::new(),
        Success::Body(body) | Success::Optional(body, _) => vec![operation.media(*body)],
        Success::ByStatus(outcomes) => {
            let bodies = outcomes.iter().filter_map(Outcome::body);
            bodies.map(|body| operation.media(body)).collect()
        }
    }
}

/// The documentation of the setter for bodies in media types that the call does not write itself, if there are any.
pub(super) fn other_body(operation: NamedOperation<'_>) -> Option<Doc<'_>> {
    let (body, _) = operation.body()?;
    let used = operation.written();
    let is_used = |media: &MediaType| used.iter().any(|used| used.range == media.range);
    let others = body.content.iter();
    let others = ranges(others.filter(|media| !is_used(media) || media.range.is_wildcard()));
    (!others.is_empty()).then(|| Doc::phrase(ItemPhrase::SendsOtherBody(others)))
}

/// The documentation of the function that sends for media types that the call does not read itself, if there are any.
pub(super) fn send_as(operation: NamedOperation<'_>) -> Option<Doc<'_>> {
    let used = read(operation);
    if used.is_empty() {
        return None;
    }
    let is_read = |media: &MediaType| used.iter().any(|used| used.range == media.range);
    let content = operation
        .def
        .successes()
        .flat_map(|response| &response.content);
    let others: Vec<_> = content
        .filter(|media| !is_read(media) || media.range.is_wildcard())
        .collect();
    let has_json = others.iter().any(|media| media.encoding == Encoding::Json);
    let others = ranges(others.into_iter());
    (!others.is_empty()).then(|| Doc::phrase(ItemPhrase::SendsAs(others, has_json)))
}

/// Each media type once.
fn ranges<'a>(media: impl Iterator<Item = &'a MediaType>) -> Vec<&'a str> {
    let ranges: IndexSet<&str> = media.map(|media| media.range.as_str()).collect();
    ranges.into_iter().collect()
}
