//! Tags.

use indexmap::IndexMap;

use super::grouping;
use crate::diagnostic::Pointer;
use crate::ir::{Docs, Tag, TagId, TagSource};
use crate::load::{self, Document};
use crate::lower::findings::Findings;
use crate::lower::{docs, given};
use crate::resolve::Operation;

/// The tags that operations use: declared ones first, in the order of declaration, then the others in the order of use.
pub(super) struct Tags<'d>(IndexMap<String, Use<'d>>);

struct Use<'d> {
    declaration: Option<load::Tag<'d>>,
    /// The first operation with the tag.
    operation: Pointer,
    source: TagSource,
}

impl<'d> Tags<'d> {
    pub(super) fn of(document: &'d Document, operations: &[Operation<'d>]) -> Self {
        let mut others: IndexMap<String, (Pointer, TagSource)> = IndexMap::new();
        for operation in operations {
            let (name, source) = grouping::name(operation);
            let first = (operation.node.at.clone(), source);
            others.entry(name).or_insert(first);
        }
        let mut tags = IndexMap::new();
        for declaration in document.openapi().tags() {
            if let Some(name) = declaration.name().map(str::to_owned)
                && let Some((operation, source)) = others.shift_remove(&name)
            {
                let declaration = Some(declaration);
                tags.insert(
                    name,
                    Use {
                        declaration,
                        operation,
                        source,
                    },
                );
            }
        }
        tags.extend(others.into_iter().map(|(name, (operation, source))| {
            let tag = Use {
                declaration: None,
                operation,
                source,
            };
            (name, tag)
        }));
        Self(tags)
    }

    /// The tag of an operation.
    pub(super) fn id(&self, operation: &Operation<'_>) -> TagId {
        let index = self.0.get_index_of(&grouping::name(operation).0);
        TagId::new(index.unwrap_or_default())
    }

    pub(super) fn lower(self, findings: &mut Findings<'_>) -> Vec<Tag> {
        let tags = self.0.into_iter();
        tags.map(|(name, tag)| match tag.declaration {
            Some(node) => Tag {
                name,
                source: tag.source,
                given: given::name(&node, findings),
                docs: docs::plain(&node),
                origin: node.at.clone(),
            },
            None => Tag {
                name,
                source: tag.source,
                given: None,
                docs: Docs::default(),
                origin: tag.operation,
            },
        })
        .collect()
    }
}
