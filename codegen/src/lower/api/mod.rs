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
mod token;

use indexmap::IndexMap;

use super::context::Context;
use super::{docs, given};
use crate::diagnostic::Pointer;
use crate::ir::{Api, Docs, Info, Operation, Tag, TypeTable};
use crate::load::Document;
use crate::resolve::Resolved;
use security::Security;

/// The API without its types.
pub(super) fn api<'d>(cx: &mut Context<'d, '_>, resolved: &Resolved<'d>) -> Api {
    let security = Security::of(cx.document, cx.findings.sink);
    let operations: Vec<Operation> = resolved
        .operations
        .iter()
        .map(|it| operation::operation(cx, it, &security))
        .collect();
    let servers = cx.document.head.servers.iter();
    Api {
        info: info(cx.document),
        servers: servers.map(server::server).collect(),
        security_schemes: security.schemes,
        tags: tags(cx, &operations),
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

/// The tags that operations use: declared ones first, in the order of declaration, then the others in the order of use.
fn tags(cx: &mut Context<'_, '_>, operations: &[Operation]) -> Vec<Tag> {
    let mut used: IndexMap<&str, &Pointer> = IndexMap::new();
    for operation in operations {
        used.entry(&operation.tag).or_insert(&operation.origin);
    }
    let mut tags = Vec::new();
    for tag in cx.document.root().list("tags") {
        if let Some(name) = tag.string("name")
            && used.shift_remove(name.as_str()).is_some()
        {
            tags.push(Tag {
                name,
                origin: tag.at.clone(),
                given: given::name(&tag, &mut cx.findings),
                docs: docs::plain(&tag),
            });
        }
    }
    tags.extend(used.into_iter().map(|(name, origin)| Tag {
        name: name.to_owned(),
        origin: origin.clone(),
        given: None,
        docs: Docs::default(),
    }));
    tags
}
