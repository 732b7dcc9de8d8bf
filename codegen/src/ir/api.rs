use indexmap::IndexMap;

use super::{Docs, GivenName, Operation, SecurityScheme, Server, TagId, TypeTable, Webhook};
use crate::diagnostic::Pointer;

/// An API.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// Title, version and licence.
    pub info: Info,
    /// Base URLs, the default first (OpenAPI 3.0.3, *Server Object*).
    pub servers: Vec<Server>,
    /// Security schemes, by the name that operations use.
    pub security_schemes: IndexMap<String, SecurityScheme>,
    /// Groups of operations, by [`TagId::index`]; every operation has one of them.
    pub tags: Vec<Tag>,
    /// All operations.
    pub operations: Vec<Operation>,
    /// The requests that the server sends.
    pub webhooks: Vec<Webhook>,
    /// All types that an operation reaches, and every component schema.
    pub types: TypeTable,
}

impl Api {
    /// Returns the tag with this id.
    ///
    /// # Panics
    ///
    /// When `id` comes from another API.
    #[must_use]
    pub fn tag(&self, id: TagId) -> &Tag {
        &self.tags[id.index()]
    }

    /// The ids of all tags.
    pub fn tag_ids(&self) -> impl Iterator<Item = TagId> + use<> {
        (0..self.tags.len()).map(TagId::new)
    }

    /// Whether the first server has a host; a relative URL has none.
    #[must_use]
    pub fn has_base_url(&self) -> bool {
        let first = self.servers.first().map(Server::default_url);
        first.is_some_and(|url| url.starts_with("https://") || url.starts_with("http://"))
    }
}

/// Title, version and licence of the API (OpenAPI 3.0.3, *Info Object*).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// The title.
    pub title: String,
    /// The version of the document, not of the generated crate.
    pub version: String,
    /// The description, in Markdown.
    pub description: Option<String>,
    /// A link to further documentation.
    pub external: Option<super::ExternalDocs>,
}

/// A group of operations (OpenAPI 3.0.3, *Tag Object*).
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The name as written in operations.
    pub name: String,
    /// The origin of the name.
    pub source: TagSource,
    /// The location of its declaration, else of the first operation with it.
    pub origin: Pointer,
    /// The name in Rust that the document gives, if any.
    pub given: Option<GivenName>,
    /// The description.
    pub docs: Docs,
}

/// The origin of the name of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagSource {
    /// Operations have it.
    Declared,
    /// Operations without a tag have it in their ids or paths.
    Derived,
}
