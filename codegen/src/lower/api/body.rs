//! Request bodies and responses.

use super::content::content;
use super::header::header;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Direction, NameHint, Origin, Owner, RequestBody, Response, Role, Status};
use crate::load::Node;
use crate::lower::context::Context;
use crate::lower::docs;
use crate::lower::findings::Findings;
use crate::resolve::{self, Bound, bind};

/// The body of the request. Inline types are named after `name`, which is that of the operation.
pub(super) fn request_body<'d>(
    cx: &mut Context<'d, '_>,
    operation: &resolve::Operation<'d>,
    name: &str,
) -> Option<RequestBody> {
    let node = operation.node.get("requestBody")?;
    let bound: Bound<'d, openapiv3::RequestBody> = bind(cx.document, &node, cx.findings.sink)?;
    let place = match bound.component() {
        Some(key) => NameHint::Component(key),
        None => NameHint::nested(Owner::Operation(name.to_owned()), Role::RequestBody),
    };
    Some(RequestBody {
        origin: Origin(bound.node.at.clone()),
        required: bound.value.required,
        content: content(cx, &bound.node, &place, Direction::Request),
        docs: docs::plain(&bound.node),
    })
}

/// The responses. Inline types are named after `name`, which is that of the operation.
pub(super) fn responses<'d>(
    cx: &mut Context<'d, '_>,
    operation: &resolve::Operation<'d>,
    name: &str,
) -> Vec<Response> {
    let mut responses = Vec::new();
    for (key, node) in operation.node.members("responses") {
        let Some(status) = status(key) else {
            continue;
        };
        if let Some(bound) = bind(cx.document, &node, cx.findings.sink) {
            responses.push(response(cx, status, &bound, name));
        }
    }
    responses
}

fn response<'d>(
    cx: &mut Context<'d, '_>,
    status: Status,
    bound: &Bound<'d, openapiv3::Response>,
    operation: &str,
) -> Response {
    let (owner, place) = if let Some(key) = bound.component() {
        (Owner::Component(key.clone()), NameHint::Component(key))
    } else {
        let owner = Owner::Operation(operation.to_owned());
        let place = NameHint::nested(owner.clone(), Role::Response(status));
        (owner, place)
    };
    let headers = bound.node.members("headers");
    let headers = headers.iter();
    let headers = headers.filter_map(|(name, node)| header(cx, name, node, &owner));
    Response {
        origin: Origin(bound.node.at.clone()),
        status,
        headers: headers.collect(),
        content: if has_no_body(status) {
            unsent_content(&bound.node, &mut cx.findings);
            Vec::new()
        } else {
            content(cx, &bound.node, &place, Direction::Response)
        },
        docs: docs::plain(&bound.node),
    }
}

/// Warns about the content of a response that has no body, if it has a schema.
fn unsent_content(node: &Node<'_>, findings: &mut Findings<'_>) {
    let content = node.members("content");
    if let Some((name, media)) = content.iter().find(|(_, media)| media.has("schema")) {
        let message = format!(
            "`{name}` has no effect: responses with this status have no body (RFC 9110, section 15.3)"
        );
        let help = "remove the content, or move it to another status";
        findings
            .report(Diagnostic::warning(Code::UnsupportedKeyword, &media.at, message).help(help));
    }
}

/// A key of the Responses Object.
fn status(key: &str) -> Option<Status> {
    if key == "default" {
        return Some(Status::Default);
    }
    match key.as_bytes() {
        [class @ b'1'..=b'5', b'x' | b'X', b'x' | b'X'] => Some(Status::Range(class - b'0')),
        [b'1'..=b'5', ..] => key.parse().ok().map(Status::Code),
        _ => None,
    }
}

/// Whether responses with a status have no body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
fn has_no_body(status: Status) -> bool {
    matches!(status, Status::Code(204 | 205 | 304))
}
