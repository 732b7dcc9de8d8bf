//! The documentation of the method: everything that a caller wants to know about an operation.

use indexmap::IndexSet;

use super::{Payload, request, request_line, written};
use crate::analyze::{Failure, Outcome, Span};
use crate::emit::docs::Doc;
use crate::emit::model::NamedOperation;
use crate::emit::{Model, example, markdown};
use crate::ir::{Docs, Status, TypeRef};

pub(super) fn docs(model: &Model<'_>, operation: NamedOperation<'_>) -> Doc {
    let id = markdown::code(&operation.def.id);
    let doc =
        Doc::of(&operation.def.docs, &format!("Calls {id}.")).paragraph(&request_line(operation));
    let doc = success(doc, model, operation);
    let doc = arguments(doc, operation);
    let doc = alternatives(doc, operation);
    let doc = errors(doc, model, operation);
    match example::doctest(model, operation) {
        Some(example) => doc.paragraph("# Examples").example(&example),
        None => doc,
    }
}

/// What the positional arguments are; setters document themselves.
fn arguments(doc: Doc, operation: NamedOperation<'_>) -> Doc {
    let positional = operation.facts.positional.iter().map(|&index| {
        let text = said(&operation.def.parameters[index].docs);
        (operation.parameter(index).to_string(), text)
    });
    let body = request(operation)
        .filter(|(body, _)| body.required)
        .map(|(body, _)| (operation.names.body.clone(), said(&body.docs)));
    let rows: Vec<_> = positional
        .chain(body)
        .filter_map(|(name, text)| Some(format!("* {}: {}", markdown::code(&name), text?)))
        .collect();
    if rows.is_empty() {
        return doc;
    }
    doc.paragraph("# Arguments").paragraph(&rows.join("\n"))
}

/// The media types that the body can be sent in.
fn alternatives(doc: Doc, operation: NamedOperation<'_>) -> Doc {
    let Some(names) = &operation.names.alternatives else {
        return doc;
    };
    let media = written(operation);
    let ranges: Vec<_> = media.iter().map(|it| markdown::code(&it.range)).collect();
    let Some((default, others)) = ranges.split_first() else {
        return doc;
    };
    let (name, others) = (&names.ident, others.join(", "));
    doc.paragraph(&format!(
        "The body is sent as {default}; [`{name}`] also has {others}."
    ))
}

fn said(docs: &Docs) -> Option<String> {
    let text = docs.description.as_ref().or(docs.summary.as_ref())?;
    Some(markdown::inline(text))
}

/// What a success gives, and the headers that come with it.
fn success(doc: Doc, model: &Model<'_>, operation: NamedOperation<'_>) -> Doc {
    let doc = match Payload::of(operation) {
        Payload::Value(TypeRef::Named(id)) => {
            let name = model.get(*id).ident();
            doc.paragraph(&format!("On success: [`{name}`]."))
        }
        Payload::Optional(ty, statuses) => doc.paragraph(&optional(model, ty, statuses)),
        Payload::ByStatus(names) | Payload::StreamedByStatus(names) => {
            doc.paragraph(&format!("On success: [`{}`].", names.ident))
        }
        _ => doc,
    };
    let doc = redirects(doc, operation);
    let headers: IndexSet<&str> = operation
        .def
        .successes()
        .flat_map(|response| &response.headers)
        .map(|header| header.name.as_str())
        .collect();
    if headers.is_empty() {
        return doc;
    }
    let names: Vec<_> = headers.into_iter().map(markdown::code).collect();
    doc.paragraph(&format!("Headers of the response: {}.", names.join(", ")))
}

/// What there is, and when there is nothing.
fn optional(model: &Model<'_>, ty: &TypeRef, statuses: &[Span]) -> String {
    let value = match ty {
        TypeRef::Named(id) => format!("[`{}`], or ", model.get(*id).ident()),
        _ => String::new(),
    };
    if statuses.is_empty() {
        return format!("On success: {value}nothing if the response has no body.");
    }
    let statuses = numbers(statuses);
    format!("On success: {value}nothing with the status {statuses}.")
}

/// The redirects that are successes. A 304 does not redirect anywhere.
fn redirects(doc: Doc, operation: NamedOperation<'_>) -> Doc {
    let statuses = operation.def.successes().map(|response| response.status);
    let redirects = statuses.filter(|it| it.is_redirect() && !it.is_not_modified());
    let redirects: Vec<_> = redirects.map(status).collect();
    if redirects.is_empty() {
        return doc;
    }
    let redirects = redirects.join(", ");
    doc.paragraph(&format!(
        "A redirect ({redirects}) is a success and is not followed: `send_with_meta` gives its headers, such as `Location`."
    ))
}

pub(super) fn status(status: Status) -> String {
    match status {
        Status::Code(code) => format!("`{code}`"),
        Status::Range(class) => format!("`{class}XX`"),
        Status::Default => "Any other status".to_owned(),
    }
}

/// `202, 210 to 299`
fn numbers(statuses: &[Span]) -> String {
    let texts: Vec<_> = statuses
        .iter()
        .map(|(first, last)| match last - first {
            0 => format!("`{first}`"),
            _ => format!("`{first}` to `{last}`"),
        })
        .collect();
    texts.join(", ")
}

/// The failures that the document declares.
fn errors(doc: Doc, model: &Model<'_>, operation: NamedOperation<'_>) -> Doc {
    let responses = operation.def.responses.iter().enumerate();
    let failures = responses.filter(|(_, response)| {
        !operation.def.is_success(response) && !response.status.is_informational()
    });
    let rows: Vec<_> = failures
        .map(|(position, response)| {
            let text = said(&response.docs).unwrap_or_default();
            let body = body(model, operation, position);
            let body = body.map_or_else(String::new, |name| format!(" Its body: [`{name}`]."));
            format!("* {}: {text}{body}", status(response.status))
        })
        .collect();
    let lead = "`send` fails when the request cannot be built, sent or answered";
    let doc = doc.paragraph("# Errors");
    if rows.is_empty() {
        return doc.paragraph(&format!("{lead}."));
    }
    let doc = doc
        .paragraph(&format!("{lead}, and for these statuses:"))
        .paragraph(&rows.join("\n"));
    if operation.facts.failure.is_none() {
        return doc;
    }
    let builder = &operation.names.builder;
    doc.paragraph(&format!(
        "[`{builder}::failure`] reads the bodies that are told here."
    ))
}

/// The type of the body of a failure that is not the error that operations share.
fn body(model: &Model<'_>, operation: NamedOperation<'_>, position: usize) -> Option<String> {
    let body = match operation.facts.failure.as_ref()? {
        // Responses of one body are not told apart, so their types are.
        Failure::Body(body, _) => {
            let ty = &operation.media(*body).ty;
            let content = &operation.def.responses[position].content;
            content.iter().any(|media| media.ty == *ty).then_some(*body)
        }
        Failure::ByStatus(outcomes) => {
            let outcome = outcomes.iter().find(|outcome| outcome.response == position);
            outcome.and_then(Outcome::body)
        }
    };
    match &operation.media(body?).ty {
        TypeRef::Named(id) => Some(model.get(*id).ident().to_string()),
        _ => None,
    }
}
