//! Which schemas have null among their values, and which alternatives are values of their own.

use std::collections::BTreeSet;

use super::index::Schemas;
use super::keywords::{DEPTH, is_bare, listed, says_null_only};
use super::numbers::is_number_text;
use crate::load::{JsonType, Read, Schema, keyword};
use crate::resolve::target;

impl<'d> Schemas<'d> {
    /// The alternatives of a schema that are values of their own. Left out are null, which makes the whole nullable, and
    /// numbers in quotes beside numbers, which the client reads as such.
    pub(in crate::lower) fn alternatives(&self, schema: &Schema<'d>) -> Vec<Schema<'d>> {
        let mut members = listed(schema);
        members.retain(|member| !self.is_null(member));
        let kinds: Vec<_> = members.iter().map(|member| self.kind(member)).collect();
        if kinds
            .iter()
            .any(|kind| matches!(kind, Some(JsonType::Integer | JsonType::Number)))
        {
            members.retain(|member| !self.follow(member).is_some_and(|it| is_number_text(&it)));
        }
        // An object of anything, or null, adds null to objects.
        if kinds.iter().all(|kind| *kind == Some(JsonType::Object))
            && !members.iter().all(is_any_or_null)
        {
            members.retain(|member| !is_any_or_null(member));
        }
        members
    }

    /// Whether null is the only value of a schema.
    pub(in crate::lower) fn is_null(&self, node: &Schema<'d>) -> bool {
        let mut next = self.follow(node);
        for _ in 0..DEPTH {
            let Some(schema) = next else { return false };
            let values = schema.enum_values();
            if !values.is_empty() {
                return values.iter().all(|item| item.value.is_null());
            }
            if says_null_only(&schema) {
                return true;
            }
            let members = schema.all_of();
            next = match members.as_slice() {
                [only] if is_bare(&schema, keyword::ALL_OF) => self.follow(only),
                _ => return false,
            };
        }
        false
    }

    /// Whether null is a value of the schema, or of an alternative without a discriminator.
    pub(in crate::lower) fn is_nullable(&self, node: &Schema<'d>) -> bool {
        let mut open = vec![node.clone()];
        let mut seen = BTreeSet::new();
        while let Some(node) = open.pop() {
            if self.is_marked(&node) {
                return true;
            }
            let Some(schema) = self.follow(&node) else {
                continue;
            };
            if seen.len() >= DEPTH || !seen.insert(schema.at.clone()) {
                continue;
            }
            let is_tagged = schema.has(keyword::DISCRIMINATOR);
            let members = listed(&schema);
            open.extend(
                members
                    .into_iter()
                    .filter(|member| !is_tagged || self.is_null(member)),
            );
            open.extend(schema.all_of().into_iter().filter(says_null_only));
        }
        false
    }

    /// Whether a schema itself, or a reference to it, is marked as nullable.
    pub(in crate::lower) fn is_marked(&self, node: &Schema<'d>) -> bool {
        let mut node = node.clone();
        for _ in 0..DEPTH {
            let mut values = node.enum_values().into_iter();
            if node.nullable() || values.any(|item| item.value.is_null()) {
                return true;
            }
            let Some(next) = target(&node).and_then(|at| Schema::read(self.document.node(&at)?))
            else {
                return false;
            };
            node = next;
        }
        false
    }
}

fn is_any_or_null(schema: &Schema<'_>) -> bool {
    schema.nullable()
        && schema.json_type() == Some(JsonType::Object)
        && is_bare(schema, keyword::TYPE)
}
