//! The values that schemas list.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::form::Form;
use super::index::Schemas;
use super::keywords::DEPTH;
use crate::ir::Literal;
use crate::load::{Node, keyword};
use crate::lower::literal::literal;

impl<'d> Schemas<'d> {
    /// The only value of a boolean or a number whose type does not list its values.
    pub(in crate::lower) fn constant(&self, node: &Node<'d>) -> Option<Literal> {
        let mut schema = self.follow(node)?;
        for _ in 0..DEPTH {
            let form = self.form(&schema);
            if let Form::Through(next) = form {
                schema = self.follow(&next)?;
                continue;
            }
            let values = schema.enum_values();
            let [only] = values.as_slice() else {
                return None;
            };
            return match (form, literal(only.value)) {
                (Form::Bool, value @ Literal::Bool(_))
                | (Form::Number | Form::Integer, value @ Literal::Integer(_)) => Some(value),
                (Form::Number, Literal::Number(value)) if value.is_finite() => {
                    Some(Literal::Number(value))
                }
                _ => None,
            };
        }
        None
    }

    /// The strings that a property's schema allows, where it lists them.
    pub(in crate::lower) fn allowed(&self, node: &Node<'d>) -> Option<BTreeSet<&'d str>> {
        let mut schema = self.follow(node)?;
        for _ in 0..DEPTH {
            match self.form(&schema) {
                Form::Through(next) => schema = self.follow(&next)?,
                Form::Strings(members) => {
                    let values = members
                        .iter()
                        .flat_map(|member| member.strings(keyword::ENUM));
                    return Some(values.collect());
                }
                _ => return None,
            }
        }
        None
    }

    /// The one value that a schema lists.
    pub(super) fn only_value(&self, node: &Node<'d>) -> Option<&'d Value> {
        let schema = self.meant(node);
        let schema = self.follow(&schema)?;
        let values = schema.enum_values();
        match values.as_slice() {
            [only] => Some(only.value),
            _ => None,
        }
    }
}
