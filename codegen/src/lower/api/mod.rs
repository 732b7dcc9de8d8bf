//! The top level of a document: title, servers, tags, and the operations.

mod body;
mod content;
mod described;
mod form;
mod header;
mod operation;
mod parameter;
mod security;
mod server;
mod tags;
mod token;

use super::context::Context;
use super::docs;
use crate::ir::{Api, Info, Operation, TypeTable};
use crate::load::Document;
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
    let servers = cx.document.head.servers.iter();
    Api {
        info: info(cx.document),
        servers: servers.map(server::server).collect(),
        security_schemes: security.schemes,
        tags: tags.lower(&mut cx.findings),
        operations,
        types: TypeTable::default(),
    }
}

fn info(document: &Document) -> Info {
    let info = &document.head.info;
    let external = document.root().get("externalDocs");
    Info {
        title: info.title.clone(),
        version: info.version.clone(),
        description: info.description.clone(),
        external: external.as_ref().and_then(docs::external),
    }
}
