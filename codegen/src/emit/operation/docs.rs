//! The documentation of the method: everything that a caller wants to know about an operation.

use super::{Payload, request, request_line};
use crate::emit::docs::Doc;
use crate::emit::model::NamedOperation;
use crate::emit::{Model, example, markdown};
use crate::ir::{Docs, Status, TypeRef};

pub(super) fn docs(model: &Model<'_>, operation: NamedOperation<'_>) -> Doc {
    let id = markdown::code(&operation.def.id);
    let doc =
        Doc::of(&operation.def.docs, &format!("Calls {id}.")).paragraph(&request_line(operation));
    let doc = match Payload::of(operation) {
        Payload::Value(TypeRef::Named(id)) => {
            let name = model.get(*id).ident();
            doc.paragraph(&format!("On success: [`{name}`]."))
        }
        _ => doc,
    };
    let doc = arguments(doc, operation);
    let doc = errors(doc, operation);
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

fn said(docs: &Docs) -> Option<String> {
    let text = docs.description.as_ref().or(docs.summary.as_ref())?;
    Some(markdown::inline(text))
}

/// The failures that the document declares.
fn errors(doc: Doc, operation: NamedOperation<'_>) -> Doc {
    let rows: Vec<_> = operation
        .def
        .failures()
        .map(|response| {
            let text = said(&response.docs).unwrap_or_default();
            match response.status {
                Status::Code(code) => format!("* `{code}`: {text}"),
                Status::Range(class) => format!("* `{class}XX`: {text}"),
                Status::Default => format!("* Any other status: {text}"),
            }
        })
        .collect();
    let lead = "`send` fails when the request cannot be built, sent or answered";
    let doc = doc.paragraph("# Errors");
    if rows.is_empty() {
        doc.paragraph(&format!("{lead}."))
    } else {
        doc.paragraph(&format!("{lead}, and for these statuses:"))
            .paragraph(&rows.join("\n"))
    }
}
