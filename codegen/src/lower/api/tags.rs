//! Tags.

use indexmap::IndexMap;

use crate::diagnostic::Pointer;
use crate::ir::{Docs, PathSegment, Tag, TagId};
use crate::load::{self, Document};
use crate::lower::findings::Findings;
use crate::lower::{docs, given};
use crate::resolve::Operation;

/// The tag of an operation whose path has no words.
const UNTAGGED: &str = "default";

/// The tags that operations use: declared ones first, in the order of declaration, then the others in the order of use.
pub(super) struct Tags<'d>(IndexMap<String, Use<'d>>);

struct Use<'d> {
    declaration: Option<load::Tag<'d>>,
    /// The first operation with the tag.
    operation: Pointer,
}

impl<'d> Tags<'d> {
    pub(super) fn of(document: &'d Document, operations: &[Operation<'d>]) -> Self {
        let mut others: IndexMap<String, Pointer> = IndexMap::new();
        for operation in operations {
            let first = &operation.node.at;
            others.entry(name(operation)).or_insert(first.clone());
        }
        let mut tags = IndexMap::new();
        for declaration in document.openapi().tags() {
            if let Some(name) = declaration.name().map(str::to_owned)
                && let Some(operation) = others.shift_remove(&name)
            {
                let declaration = Some(declaration);
                tags.insert(
                    name,
                    Use {
                        declaration,
                        operation,
                    },
                );
            }
        }
        tags.extend(others.into_iter().map(|(name, operation)| {
            let declaration = None;
            let tag = Use {
                declaration,
                operation,
            };
            (name, tag)
        }));
        Self(tags)
    }

    /// The tag of an operation.
    pub(super) fn id(&self, operation: &Operation<'_>) -> TagId {
        let index = self.0.get_index_of(&name(operation));
        TagId::new(index.unwrap_or_default())
    }

    pub(super) fn lower(self, findings: &mut Findings<'_>) -> Vec<Tag> {
        let tags = self.0.into_iter();
        tags.map(|(name, tag)| match tag.declaration {
            Some(node) => Tag {
                name,
                given: given::name(&node, findings),
                docs: docs::plain(&node),
                origin: node.at.clone(),
            },
            None => Tag {
                name,
                given: None,
                docs: Docs::default(),
                origin: tag.operation,
            },
        })
        .collect()
    }
}

/// The first tag of an operation, else the first word of its path.
fn name(operation: &Operation<'_>) -> String {
    if let Some(tag) = operation.node.tags().first() {
        return (*tag).to_owned();
    }
    let words = operation.path.0.iter().filter_map(|segment| match segment {
        PathSegment::Literal(text) => Some(text.split('/')),
        PathSegment::Parameter(_) => None,
    });
    let mut words = words.flatten().filter(|word| !word.is_empty());
    words.next().unwrap_or(UNTAGGED).to_owned()
}
