//! Unions, and the schemas that a discriminator leads to.

use super::index::Schemas;
use super::keywords::only_requires;
use crate::diagnostic::Pointer;
use crate::load::{Node, keyword};
use crate::resolve::target;

impl<'d> Schemas<'d> {
    /// Whether values of the schema are of several kinds.
    pub(in crate::lower) fn is_union(&self, schema: &Node<'d>) -> bool {
        let typed = !self.alternatives(schema).iter().all(only_requires);
        typed || (schema.has(keyword::DISCRIMINATOR) && !self.implied(schema).is_empty())
    }

    /// The schemas that a union with a discriminator and without `oneOf` means: those of its mapping, else those
    /// that name it in their `allOf`.
    pub(in crate::lower) fn implied(&self, schema: &Node<'d>) -> Vec<Node<'d>> {
        let mapping = self.mapping(schema);
        if mapping.is_empty() {
            return self.children(&schema.at);
        }
        let targets = mapping.into_iter();
        targets.filter_map(|(_, _, target)| target).collect()
    }

    /// The entries of a discriminator's mapping: the value, the entry, and its target.
    pub(in crate::lower) fn mapping(
        &self,
        schema: &Node<'d>,
    ) -> Vec<(&'d str, Node<'d>, Option<Node<'d>>)> {
        let entries = schema
            .discriminator()
            .map(|discriminator| discriminator.members("mapping"))
            .unwrap_or_default();
        entries
            .into_iter()
            .map(|(value, entry)| {
                let target = self.mapped(entry.value.as_str().unwrap_or_default());
                (value, entry, target)
            })
            .collect()
    }

    /// A mapping's value is the name of a schema or a reference to one (OpenAPI 3.0.3, *Discriminator Object*).
    fn mapped(&self, text: &str) -> Option<Node<'d>> {
        let named = Pointer::parse("/components/schemas").key(text);
        let pointer = match text.strip_prefix('#') {
            Some(pointer) => Pointer::parse(pointer),
            None => named,
        };
        self.follow(&self.document.node(&pointer)?)
    }

    /// Whether `union` has the schema at `child` among its variants.
    pub(in crate::lower) fn lists(&self, union: &Node<'d>, child: &Pointer) -> bool {
        let members = [keyword::ONE_OF, keyword::ANY_OF].map(|keyword| union.list(keyword));
        let mut listed = members.iter().flatten().filter_map(target);
        listed.any(|target| target == *child)
            || (union.has(keyword::DISCRIMINATOR)
                && self.implied(union).iter().any(|node| node.at == *child))
    }
}
