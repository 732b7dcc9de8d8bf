//! The top level of a document: title, servers, tags, and the operations.

mod body;
mod content;
mod described;
mod form;
mod grouping;
mod header;
mod operation;
mod pages;
mod parameter;
mod security;
mod sequence;
mod server;
mod tags;
mod token;
mod webhook;
mod work;

use super::context::Context;
use super::docs;
use crate::ir::{Api, Info, Operation, TypeTable};
use crate::load::{self, OpenApi};
use crate::resolve::Resolved;
use security::Security;
use tags::Tags;

/// The API without its types.
pub(super) fn api<'d>(cx: &mut Context<'d, '_>, resolved: &Resolved<'d>) -> Api {
    let tags = Tags::of(cx.document, &resolved.operations);
    let security = Security::of(cx.document, cx.findings.sink);
    let operations: Vec<Operation> = resolved
        .operations
        .iter()
        .map(|it| operation::operation(cx, it, &tags, &security))
        .collect();
    let webhooks = resolved.webhooks.iter();
    let webhooks = webhooks.map(|it| webhook::webhook(cx, it)).collect();
    let document = cx.document.openapi();
    let servers = document.servers();
    Api {
        info: info(&document),
        servers: servers.iter().map(server::server).collect(),
        security_schemes: security.schemes,
        tags: tags.lower(&mut cx.findings),
        operations,
        webhooks,
        types: TypeTable::default(),
    }
}

fn info(document: &OpenApi<'_>) -> Info {
    let info = document.info();
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Info {
        title: text(info.as_ref().and_then(load::Info::title)),
        version: text(info.as_ref().and_then(load::Info::version)),
        description: info.and_then(|it| it.description()).map(str::to_owned),
        external: document.external_docs().as_ref().and_then(docs::external),
    }
}
