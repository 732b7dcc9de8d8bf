//! The requests that the server sends.

use super::content::content;
use crate::ir::{Direction, Encoding, NameHint, Owner, Role, TypeRef, Webhook};
use crate::load::{Parameter, ParameterLocation};
use crate::lower::context::Context;
use crate::lower::docs;
use crate::resolve::{self, bind, component};

pub(super) fn webhook<'d>(cx: &mut Context<'d, '_>, webhook: &resolve::Webhook<'d>) -> Webhook {
    let node = &webhook.node;
    let headers = webhook.parameters.iter();
    let headers = headers.filter(|it| it.location() == Some(ParameterLocation::Header));
    let headers = headers.filter_map(Parameter::name).map(str::to_owned);
    Webhook {
        name: webhook.name.clone(),
        origin: node.at.clone(),
        headers: headers.collect(),
        ty: body(cx, webhook),
        docs: docs::operation(node, &cx.document.extensions.operation),
        deprecated: node.deprecated(),
    }
}

/// The type of the JSON of the body. A body in other media types is any JSON.
fn body<'d>(cx: &mut Context<'d, '_>, webhook: &resolve::Webhook<'d>) -> TypeRef {
    let body = webhook.node.request_body();
    let Some(body) = body.and_then(|body| bind(cx.document, &body)) else {
        return TypeRef::Any;
    };
    let place = match component(&body) {
        Some(key) => NameHint::Component(key),
        None => NameHint::nested(Owner::Operation(webhook.name.clone()), Role::Event),
    };
    let content = content(cx, body.content(), &place, Direction::Response);
    let json = content.into_iter().find(|it| it.encoding == Encoding::Json);
    json.map_or(TypeRef::Any, |media| media.ty)
}
