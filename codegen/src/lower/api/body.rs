//! Request bodies and responses.

use std::collections::BTreeSet;

use super::content::content;
use super::header::header;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Direction, NameHint, Origin, Owner, RequestBody, Response, Role, Status};
use crate::load::{self, StatusCode, keyword};
use crate::lower::context::Context;
use crate::lower::docs;
use crate::lower::findings::Findings;
use crate::resolve::{self, bind, component};

/// The body of the request. Inline types are named after `name`, which is that of the operation.
pub(super) fn request_body<'d>(
    cx: &mut Context<'d, '_>,
    operation: &resolve::Operation<'d>,
    name: &str,
) -> Option<RequestBody> {
    let body = bind(cx.document, &operation.node.request_body()?)?;
    let place = match component(&body) {
        Some(key) => NameHint::Component(key),
        None => NameHint::nested(Owner::Operation(name.to_owned()), Role::RequestBody),
    };
    Some(RequestBody {
        origin: Origin(body.at.clone()),
        required: body.required(),
        content: content(cx, body.content(), &place, Direction::Request),
        docs: docs::plain(&body),
    })
}

/// The responses. Inline types are named after `name`, which is that of the operation.
pub(super) fn responses<'d>(
    cx: &mut Context<'d, '_>,
    operation: &resolve::Operation<'d>,
    name: &str,
) -> Vec<Response> {
    let mut responses = Vec::new();
    let declared = operation.node.responses();
    for (key, node) in declared.map(|it| it.responses()).unwrap_or_default() {
        let Some(status) = status(key) else {
            continue;
        };
        if let Some(declared) = bind(cx.document, &node) {
            responses.push(response(cx, status, &declared, name));
        }
    }
    responses
}

fn response<'d>(
    cx: &mut Context<'d, '_>,
    status: Status,
    response: &load::Response<'d>,
    operation: &str,
) -> Response {
    let (owner, place) = if let Some(key) = component(response) {
        (Owner::Component(key.clone()), NameHint::Component(key))
    } else {
        let owner = Owner::Operation(operation.to_owned());
        let place = NameHint::nested(owner.clone(), Role::Response(status));
        (owner, place)
    };
    let mut names = BTreeSet::new();
    let headers = response.headers();
    let headers = headers.iter();
    let headers = headers.filter(|(name, _)| names.insert(name.to_ascii_lowercase()));
    let headers = headers.filter_map(|(name, node)| header(cx, name, node, &owner));
    Response {
        origin: Origin(response.at.clone()),
        status,
        headers: headers.collect(),
        content: if has_no_body(status) {
            unsent_content(response, &mut cx.findings);
            Vec::new()
        } else {
            content(cx, response.content(), &place, Direction::Response)
        },
        docs: docs::plain(response),
    }
}

/// Warns about the content of a response that has no body, if it has a schema.
fn unsent_content(response: &load::Response<'_>, findings: &mut Findings<'_>) {
    let content = response.content();
    let media_types = content.map(|it| it.media_types()).unwrap_or_default();
    let typed = media_types
        .iter()
        .find(|(_, media)| media.schema().is_some());
    if let Some((name, media)) = typed {
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
    if key == keyword::DEFAULT {
        return Some(Status::Default);
    }
    Some(match load::status(key)? {
        StatusCode::Code(code) => Status::Code(code),
        StatusCode::Range(class) => Status::Range(u8::try_from(class).ok()?),
    })
}

/// Whether responses with a status have no body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
fn has_no_body(status: Status) -> bool {
    matches!(status, Status::Code(204 | 205 | 304))
}
