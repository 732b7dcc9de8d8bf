//! The top level of a document: title, servers, tags.

use indexmap::IndexMap;

use super::{Lowerer, docs};
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::ir::{Api, Docs, Info, Operation, PathSegment, Server, ServerVariable, Tag, TypeTable};
use crate::load::Node;
use crate::resolve::{self, Resolved};

impl<'d> Lowerer<'d, '_> {
    /// Everything but the types.
    pub(super) fn api(&mut self, resolved: &Resolved<'d>) -> Api {
        let root = self.document.root();
        let security_schemes = self.security_schemes();
        let global = self.global_security(&security_schemes);
        let operations: Vec<Operation> = resolved
            .operations
            .iter()
            .map(|operation| self.operation(operation, &security_schemes, &global))
            .collect();
        Api {
            info: self.info(&root),
            servers: self.document.head.servers.iter().map(server).collect(),
            security_schemes,
            tags: self.tags(&root, &operations),
            operations,
            types: TypeTable::default(),
        }
    }

    /// The base URLs that an operation has for itself: with a host, or relative to the base URL of the client.
    pub(super) fn operation_servers(&mut self, operation: &resolve::Operation<'d>) -> Vec<Server> {
        let own = operation.servers.iter().map(server);
        let (usable, others): (Vec<_>, Vec<_>) = own.partition(|server| {
            let url = server.default_url();
            let is_web = url.starts_with("https://") || url.starts_with("http://");
            (is_web || is_relative(&url)) && !url.contains('{')
        });
        if !others.is_empty() {
            let message = "the server URL of the operation is ignored: it is not an `http` or `https` URL, or contains \
                           an undeclared variable";
            let help = "write an `https` URL, and declare its variables";
            let at = &operation.node.at;
            self.sink
                .report(Diagnostic::warning(Code::UnsupportedKeyword, at, message).help(help));
        }
        usable
    }

    fn info(&self, root: &Node<'d>) -> Info {
        let info = &self.document.head.info;
        Info {
            title: info.title.clone(),
            version: info.version.clone(),
            description: info.description.clone(),
            external: root.get("externalDocs").as_ref().and_then(docs::external),
        }
    }

    /// The tags that operations use: declared ones first, in the order of declaration, then as they come.
    fn tags(&mut self, root: &Node<'d>, operations: &[Operation]) -> Vec<Tag> {
        let mut used: IndexMap<&str, &Pointer> = IndexMap::new();
        for operation in operations {
            used.entry(&operation.tag).or_insert(&operation.origin);
        }
        let mut tags = Vec::new();
        for tag in root.list("tags") {
            if let Some(name) = tag.string("name")
                && used.shift_remove(name.as_str()).is_some()
            {
                tags.push(Tag {
                    name,
                    origin: tag.at.clone(),
                    given: self.given(&tag),
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
}

/// Whether a URL has no scheme (RFC 3986, section 4.2).
fn is_relative(url: &str) -> bool {
    let first = url.split(['/', '?', '#']).next().unwrap_or_default();
    !first.contains(':')
}

/// The first tag of an operation, else the first word of its path.
pub(super) fn tag(operation: &resolve::Operation<'_>) -> String {
    if let Some(tag) = operation.value.tags.first() {
        return tag.clone();
    }
    let words = operation.path.0.iter().filter_map(|segment| match segment {
        PathSegment::Literal(text) => Some(text.split('/')),
        PathSegment::Parameter(_) => None,
    });
    let mut words = words.flatten().filter(|word| !word.is_empty());
    words.next().unwrap_or("default").to_owned()
}

fn server(server: &openapiv3::Server) -> Server {
    let variables = server.variables.iter().flatten();
    Server {
        url: server.url.clone(),
        description: server.description.clone(),
        variables: variables
            .map(|(name, variable)| {
                let variable = ServerVariable {
                    default: variable.default.clone(),
                    values: variable.enumeration.clone(),
                    description: variable.description.clone(),
                };
                (name.clone(), variable)
            })
            .collect(),
    }
}
