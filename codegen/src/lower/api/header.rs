//! Headers of responses.

use super::described::Described;
use super::token::is_token;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Direction, Header, NameHint, Owner, Role};
use crate::load::{self, Reusable};
use crate::lower::context::Context;
use crate::resolve::{bind, component};

/// A header. `owner` is the response.
pub(super) fn header<'d>(
    cx: &mut Context<'d, '_>,
    name: &str,
    node: &Reusable<'d, load::Header<'d>>,
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
    let header = bind(cx.document, node)?;
    let described = Described::from(&header);
    let place = match component(&header) {
        Some(key) => NameHint::Component(key),
        None => NameHint::nested(owner.clone(), Role::Header(name.to_owned())),
    };
    let (ty, _) = described.value_type(cx, &place);
    cx.add_examples(&header, &ty, Some(Direction::Response));
    Some(Header {
        name: name.to_owned(),
        ty,
        required: header.required(),
        docs: described.docs(&cx.schemas),
    })
}
