use indexmap::IndexMap;

use super::{Docs, GivenName, Operation, SecurityScheme, Server, TypeTable};
use crate::diagnostic::Pointer;

/// A whole API: everything that a client of it needs to know.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// Title, version and licence.
    pub info: Info,
    /// Base URLs, the default first (OpenAPI 3.0.3, *Server Object*).
    pub servers: Vec<Server>,
    /// Ways to authenticate, by the name that operations use.
    pub security_schemes: IndexMap<String, SecurityScheme>,
    /// Groups of operations; every operation names one of them.
    pub tags: Vec<Tag>,
    /// All operations.
    pub operations: Vec<Operation>,
    /// All types that an operation reaches, and every component schema.
    pub types: TypeTable,
}

impl Api {
    /// Whether the first server says which host requests go to; a relative one leaves that open.
    #[must_use]
    pub fn has_base_url(&self) -> bool {
        let first = self.servers.first().map(Server::default_url);
        first.is_some_and(|url| url.starts_with("https://") || url.starts_with("http://"))
    }
}

/// Title, version and licence of the API (OpenAPI 3.0.3, *Info Object*).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// The API's name.
    pub title: String,
    /// The version of the document, not of the generated crate.
    pub version: String,
    /// What the API is for, in Markdown.
    pub description: Option<String>,
    /// More to read elsewhere.
    pub external: Option<super::ExternalDocs>,
}

/// A group of operations (OpenAPI 3.0.3, *Tag Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The name as operations write it.
    pub name: String,
    /// Where it is declared, else the first operation that has it.
    pub origin: Pointer,
    /// What the document calls it in Rust.
    pub given: Option<GivenName>,
    /// What the group is about.
    pub docs: Docs,
}
