//! Strings that are secret (`format: password`), wherever a schema says so.

use std::collections::BTreeSet;

use super::scalar;
use super::schemas::{DEPTH, Form, Schemas, union_keyword};
use crate::ir::StringFormat;
use crate::load::{JsonType, Node};

impl<'d> Schemas<'d> {
    /// What a string holds.
    pub(super) fn string(&self, schema: &Node<'d>) -> StringFormat {
        if self.is_password(schema) {
            return StringFormat::Password;
        }
        scalar::string(schema)
    }

    /// Whether the strings of a schema are secret: it says so, or a schema that it refers to or is composed of does.
    pub(super) fn is_password(&self, node: &Node<'d>) -> bool {
        let mut open = vec![node.clone()];
        let mut seen = BTreeSet::new();
        while let Some(schema) = open.pop().and_then(|node| self.follow(&node)) {
            if scalar::says_password(&schema) {
                return true;
            }
            if seen.len() < DEPTH && seen.insert(schema.at.clone()) {
                open.extend(schema.all_of());
            }
        }
        false
    }

    /// What an `allOf` of scalars is, of which `first` is the first that has a type. What makes the value a secret must
    /// not get lost behind another rule.
    pub(super) fn scalar(
        &self,
        members: &[Node<'d>],
        first: &Node<'d>,
        kind: Option<JsonType>,
    ) -> Form<'d> {
        match members.iter().find(|member| self.is_password(member)) {
            Some(secret) if self.kind(secret) == kind => Form::Through(secret.clone()),
            Some(_) if kind == Some(JsonType::String) => Form::Text,
            _ => Form::Through(first.clone()),
        }
    }

    /// Whether a schema says that its strings are secret, and what it wraps or chooses from does not know.
    pub(super) fn adds_password(&self, schema: &Node<'d>) -> bool {
        if !scalar::says_password(schema) {
            return false;
        }
        let alternatives = union_keyword(schema).map(|keyword| schema.list(keyword));
        let mut members = schema.all_of().into_iter();
        let mut alternatives = alternatives.into_iter().flatten();
        let is_text =
            |member: &Node<'d>| matches!(self.kind(member), None | Some(JsonType::String));
        members.all(|member| is_text(&member)) && alternatives.all(|member| is_text(&member))
    }
}
