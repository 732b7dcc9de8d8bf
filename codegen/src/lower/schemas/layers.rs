//! The layers of a value: its schema, the schema that this one wraps or refers to, and so on.

use super::index::Schemas;
use crate::load::Schema;

/// The limit of layers that are searched for documentation and defaults.
const WRAPPERS: usize = 16;

impl<'d> Schemas<'d> {
    /// The layers of a value, the outermost first.
    pub(in crate::lower) fn layers(&self, node: &Schema<'d>) -> Vec<Schema<'d>> {
        let mut layers = Vec::new();
        let mut next = self.follow(node);
        while let Some(schema) = next.filter(|_| layers.len() < WRAPPERS) {
            let members = schema.all_of();
            next = match members.as_slice() {
                [only] => self.follow(only),
                _ => None,
            };
            layers.push(schema);
        }
        layers
    }
}
