//! Headers of responses.

use super::described::{value_docs, value_type};
use super::token::is_token;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Direction, Header, NameHint, Owner, Role};
use crate::load::Node;
use crate::lower::context::Context;
use crate::resolve::{Bound, bind};

/// A header. `owner` is the response.
pub(super) fn header<'d>(
    cx: &mut Context<'d, '_>,
    name: &str,
    node: &Node<'d>,
    owner: &Owner,
) -> Option<Header> {
    if name.eq_ignore_ascii_case("content-type") {
        let message = "the header `Content-Type` is ignored: `content` has the media types";
        let finding = Diagnostic::warning(Code::UnsupportedParameter, &node.at, message);
        cx.findings.report(finding.help("remove it"));
        return None;
    }
    if !is_token(name) {
        let message = format!("`{name}` is not a valid name of a header; the header is ignored");
        let finding = Diagnostic::warning(Code::UnsupportedParameter, &node.at, message);
        cx.findings.report(finding);
        return None;
    }
    let bound: Bound<'d, openapiv3::Header> = bind(cx.document, node, cx.findings.sink)?;
    let place = match bound.component() {
        Some(key) => NameHint::Component(key),
        None => NameHint::nested(owner.clone(), Role::Header(name.to_owned())),
    };
    let (ty, _) = value_type(cx, &bound.node, &place);
    cx.add_examples(&bound.node, &ty, Some(Direction::Response));
    Some(Header {
        name: name.to_owned(),
        ty,
        required: bound.value.required,
        docs: value_docs(&cx.schemas, &bound.node),
    })
}
