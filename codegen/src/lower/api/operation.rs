//! Operations.

use super::security::Security;
use super::tags::Tags;
use super::{body, pages, parameter, server, work};
use crate::ir::{GivenName, Operation};
use crate::lower::context::Context;
use crate::lower::{docs, given};
use crate::resolve;

pub(super) fn operation<'d>(
    cx: &mut Context<'d, '_>,
    operation: &resolve::Operation<'d>,
    tags: &Tags<'_>,
    security: &Security,
) -> Operation {
    let security = security.of_operation(operation, cx.findings.sink);
    let given = given::operation_name(&operation.node, cx.document, &mut cx.findings);
    // Inline types have the name of the operation that callers know.
    let name = given
        .as_ref()
        .map_or(operation.id.as_str(), GivenName::as_str);
    Operation {
        id: operation.id.clone(),
        alternative: None,
        origin: operation.node.at.clone(),
        tag: tags.id(operation),
        method: operation.method,
        path: operation.path.clone(),
        parameters: parameter::parameters(cx, operation, name),
        request_body: body::request_body(cx, operation, name),
        responses: body::responses(cx, operation, name),
        servers: server::of_operation(operation, &mut cx.findings),
        given,
        security,
        pages: pages::pages(cx, &operation.node),
        work: work::work(cx, &operation.node),
        docs: docs::operation(&operation.node, &cx.document.extensions.operation),
        deprecated: operation.node.deprecated(),
    }
}
