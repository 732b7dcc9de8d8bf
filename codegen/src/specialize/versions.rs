//! One version for each operation.
//!
//! A document may offer an operation in several dated versions, each as a media type, and a server derives
//! the version of a request and its response from the media types of that request. An operation therefore becomes one
//! operation for each version: the default, and alternatives. In each, request and response agree.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Location, Sink};
use crate::ir::{ApiVersion, Encoding, MediaType, Note, Operation};
use crate::options::VersionOptions;

type Versions = BTreeSet<ApiVersion>;

/// Replaces each operation by its versions, the default first.
pub(super) fn choose(
    operations: Vec<Operation>,
    options: &VersionOptions,
    sink: &mut Sink,
) -> Vec<Operation> {
    let mut chosen = Vec::with_capacity(operations.len());
    for operation in operations {
        let mut offered = offered(&operation);
        let Some(usual) = usual(&operation, &offered, options, sink) else {
            chosen.push(operation);
            continue;
        };
        offered.remove(&usual);
        let others = offered.iter().rev().filter(|_| options.all);
        let others = others.map(|version| Operation {
            alternative: Some(version.clone()),
            ..at(&operation, version)
        });
        chosen.push(at(&operation, &usual));
        chosen.extend(others);
    }
    chosen
}

/// The versions of requests and of successes.
fn offered(operation: &Operation) -> Versions {
    let request = operation.request_body.iter().flat_map(|body| &body.content);
    let successes = operation.successes().flat_map(|response| &response.content);
    versions(request.chain(successes))
}

fn versions<'a>(content: impl Iterator<Item = &'a MediaType>) -> Versions {
    content.filter_map(|media| media.version.clone()).collect()
}

/// The version of the operation that has the plain name.
fn usual(
    operation: &Operation,
    offered: &Versions,
    options: &VersionOptions,
    sink: &mut Sink,
) -> Option<ApiVersion> {
    // A version with JSON is preferred.
    let successes = operation.successes().flat_map(|response| &response.content);
    let typed = versions(successes.filter(|media| media.encoding == Encoding::Json));
    let candidates = if typed.is_empty() { offered } else { &typed };
    let wanted = options.api_version.as_ref();
    let usual = nearest(candidates, wanted)?;
    if let Some(ApiVersion::Date(wanted)) = wanted
        && !is_by(&usual, wanted)
    {
        let message =
            format!("the operation does not exist at {wanted}; falling back to `{usual}`");
        let help = "choose a later version, or do not select the operation";
        let place = Location::key(&operation.origin);
        sink.report(Diagnostic::warning(Code::NoSuchVersion, place, message).help(help));
    }
    Some(usual)
}

fn is_by(version: &ApiVersion, wanted: &str) -> bool {
    matches!(version, ApiVersion::Date(date) if date.as_str() <= wanted)
}

/// The newest version not after the requested one, else the oldest stable one.
fn nearest(offered: &Versions, wanted: Option<&ApiVersion>) -> Option<ApiVersion> {
    // A preview is less than any date.
    let found = match wanted {
        None => offered.last(),
        Some(ApiVersion::Preview) => offered.get(&ApiVersion::Preview).or(offered.last()),
        Some(ApiVersion::Date(date)) => {
            let mut stable = offered.iter().filter(|it| **it != ApiVersion::Preview);
            let by = offered.iter().rfind(|it| is_by(it, date));
            by.or_else(|| stable.next()).or(offered.first())
        }
    };
    found.cloned()
}

/// The operation with the media types of a version and those without a version.
fn at(operation: &Operation, version: &ApiVersion) -> Operation {
    let mut operation = operation.clone();
    let request = operation.request_body.iter().flat_map(|body| &body.content);
    let request = nearest(&versions(request), Some(version));
    let successes = operation.successes().flat_map(|response| &response.content);
    let success = nearest(&versions(successes), Some(version));
    if let Some(body) = &mut operation.request_body {
        narrow(&mut body.content, request.as_ref());
    }
    let is_success: Vec<bool> = operation
        .responses
        .iter()
        .map(|response| operation.is_success(response))
        .collect();
    let mut is_success = is_success.into_iter();
    operation.responses.retain_mut(|response| {
        let had_body = !response.content.is_empty();
        if is_success.next().unwrap_or_default() {
            narrow(&mut response.content, success.as_ref());
        } else {
            let own = nearest(&versions(response.content.iter()), Some(version));
            narrow(&mut response.content, own.as_ref());
        }
        // A success of another version.
        !had_body || !response.content.is_empty()
    });
    mark(&mut operation, version);
    operation
}

fn narrow(content: &mut Vec<MediaType>, version: Option<&ApiVersion>) {
    content.retain(|media| media.version.is_none() || media.version.as_ref() == version);
}

/// Adds notes with the version and its sunset.
fn mark(operation: &mut Operation, version: &ApiVersion) {
    let notes = &mut operation.docs.notes;
    notes.push(Note::Version(version.clone()));
    if let Some(day) = operation.sunset() {
        let note = Note::Sunset(day.to_owned());
        operation.docs.notes.push(note);
        operation.deprecated = true;
    }
}
