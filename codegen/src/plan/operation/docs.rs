//! The documentation of the method of an operation.

use indexmap::IndexSet;

use super::super::docs::{Doc, MemberPhrase, MethodPhrase};
use super::super::idempotency;
use super::super::model::{Model, NamedOperation};
use super::super::paging;
use super::super::streaming;
use super::super::ty::Type;
use super::super::waiting;
use super::answer::Answer;
use crate::analyze::{Failure, Outcome};
use crate::ir::{Docs, Parameter, ResponseId, TypeRef};

pub(super) fn docs<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Doc<'a> {
    let def = operation.def;
    Doc::of(&def.docs, MethodPhrase::Calls(&def.id))
        .with(MethodPhrase::Request(def.method, def.path.to_string()))
        .with_all(success(model, operation))
        .with_all(pages(model, operation))
        .with_all(waits(model, operation))
        .with_all(stream(model, operation))
        .with_all(redirects(operation))
        .with_all(idempotency::plan(model, operation).map(MethodPhrase::IdempotencyKey))
        .with_all(headers(operation))
        .with_all(arguments(operation))
        .with_all(media_types(operation))
        .with_all(errors(model, operation))
        .example(model.doctest(operation))
}

/// The documentation of a setter.
pub(super) fn parameter(parameter: &Parameter) -> Doc<'_> {
    let doc = Doc::of(&parameter.docs, MemberPhrase::Sets(&parameter.name));
    doc.with_all(parameter.default.as_ref().map(MemberPhrase::Default))
}

fn success<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<MethodPhrase<'a>> {
    match operation.answer() {
        Answer::Value(TypeRef::Named(id)) | Answer::Xml(TypeRef::Named(id)) => {
            Some(MethodPhrase::Succeeds(model.get(*id).ident()))
        }
        Answer::Optional(ty, statuses) => {
            Some(MethodPhrase::SucceedsOptionally(named(model, ty), statuses))
        }
        Answer::ByStatus(name) | Answer::StreamedByStatus(name) => {
            Some(MethodPhrase::Succeeds(name))
        }
        _ => None,
    }
}

fn pages<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<MethodPhrase<'a>> {
    let pages = paging::plan(model, operation)?;
    let item = match pages.item {
        Type::Named(_, name) => Some(name),
        _ => None,
    };
    Some(MethodPhrase::Pages(item, pages.source))
}

/// The waits before and after a call.
fn waits<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Vec<MethodPhrase<'a>> {
    let waiting = waiting::plan(model, operation);
    let start = waiting.start.into_iter();
    let start = start.map(|it| MethodPhrase::Waits(it.goal, it.poll.id, it.source));
    let waiter = waiting.waiter.into_iter();
    let waiter = waiter.map(|it| MethodPhrase::Polls(it.deletable));
    let work = waiting.work.into_iter();
    let work = work.map(|it| match it.source {
        waiting::WorkSource::Declared => MethodPhrase::Works(None),
        waiting::WorkSource::Inferred(header) => MethodPhrase::Works(Some(header)),
    });
    start.chain(waiter).chain(work).collect()
}

fn stream<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<MethodPhrase<'a>> {
    let stream = streaming::plan(model, operation)?;
    let value = match stream.value.json() {
        Some(Type::Named(_, name)) => Some(*name),
        _ => None,
    };
    Some(MethodPhrase::Streams(value, stream.media_type, stream.flag))
}

fn named<'a>(model: &Model<'a>, ty: &TypeRef) -> Option<&'a str> {
    match ty {
        TypeRef::Named(id) => Some(model.get(*id).ident()),
        _ => None,
    }
}

/// The redirects that are successes. A 304 does not redirect anywhere.
fn redirects(operation: NamedOperation<'_>) -> Option<MethodPhrase<'_>> {
    let statuses = operation.def.successes().map(|response| response.status);
    let redirects = statuses.filter(|it| it.is_redirect() && !it.is_not_modified());
    let redirects: Vec<_> = redirects.collect();
    (!redirects.is_empty()).then_some(MethodPhrase::Redirects(redirects))
}

fn headers(operation: NamedOperation<'_>) -> Option<MethodPhrase<'_>> {
    let responses = operation.def.successes();
    let headers = responses.flat_map(|response| &response.headers);
    let names: IndexSet<&str> = headers.map(|header| header.name.as_str()).collect();
    let names: Vec<_> = names.into_iter().collect();
    (!names.is_empty()).then_some(MethodPhrase::Headers(names))
}

/// The positional arguments; setters have documentation of their own.
fn arguments(operation: NamedOperation<'_>) -> Option<MethodPhrase<'_>> {
    let positional = operation.facts.positional.iter();
    let positional = positional.map(|id| {
        let parameter = operation.parameter(*id);
        (parameter.ident, said(&parameter.def.docs))
    });
    let body = operation.required_body().into_iter();
    let body = body.map(|(body, _)| (operation.names.body.as_str(), said(&body.docs)));
    let all = positional.chain(body);
    let rows: Vec<_> = all.filter_map(|(name, text)| Some((name, text?))).collect();
    (!rows.is_empty()).then_some(MethodPhrase::Arguments(rows))
}

fn media_types(operation: NamedOperation<'_>) -> Option<MethodPhrase<'_>> {
    let names = operation.names.alternatives.as_ref()?;
    let media = operation.written().into_iter();
    let ranges: Vec<_> = media.map(|media| media.range.as_str()).collect();
    (!ranges.is_empty()).then_some(MethodPhrase::BodyMediaTypes(ranges, &names.ident))
}

fn said(docs: &Docs) -> Option<&str> {
    docs.description.as_deref().or(docs.summary.as_deref())
}

/// The documented failures.
fn errors<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Vec<MethodPhrase<'a>> {
    let responses = operation.def.response_ids();
    let responses = responses.map(|id| (id, operation.def.response(id)));
    let failures = responses.filter(|(_, response)| {
        !operation.def.is_success(response) && !response.status.is_informational()
    });
    let rows = failures.map(|(id, response)| {
        let text = said(&response.docs).unwrap_or_default();
        (response.status, text, body(model, operation, id))
    });
    let rows: Vec<_> = rows.collect();
    let has_own = !rows.is_empty() && operation.facts.failure.is_some();
    let bodies = has_own.then_some(MethodPhrase::FailureBodies(&operation.names.builder));
    std::iter::once(MethodPhrase::Errors(rows))
        .chain(bodies)
        .collect()
}

/// The type of the body of a failure that is not the shared error.
fn body<'a>(model: &Model<'a>, operation: NamedOperation<'a>, id: ResponseId) -> Option<&'a str> {
    let body = match operation.facts.failure.as_ref()? {
        // Responses with the same body are not distinguished, so their types are compared.
        Failure::Body(body, _) => {
            let ty = &operation.media(*body).ty;
            let content = &operation.def.response(id).content;
            content.iter().any(|media| media.ty == *ty).then_some(*body)
        }
        Failure::ByStatus(outcomes) => {
            let outcome = outcomes.iter().find(|outcome| outcome.response == id);
            outcome.and_then(Outcome::body)
        }
    };
    named(model, &operation.media(body?).ty)
}
