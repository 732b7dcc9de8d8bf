//! The values that schemas list.

use std::collections::BTreeSet;

use serde_yaml::Value;

use super::form::Form;
use super::index::Schemas;
use super::keywords::DEPTH;
use crate::ir::Literal;
use crate::load::Schema;
use crate::lower::literal::literal;

impl<'d> Schemas<'d> {
    /// The only value of a boolean or a number whose type does not list its values.
    pub(in crate::lower) fn constant(&self, node: &Schema<'d>) -> Option<Literal> {
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
    pub(in crate::lower) fn allowed(&self, node: &Schema<'d>) -> Option<BTreeSet<&'d str>> {
        let mut schema = self.follow(node)?;
        for _ in 0..DEPTH {
            match self.form(&schema) {
                Form::Through(next) => schema = self.follow(&next)?,
                Form::Strings(members) => {
                    let values = members.iter().flat_map(Schema::enum_values);
                    return Some(values.filter_map(|it| it.value.as_str()).collect());
                }
                _ => return None,
            }
        }
        None
    }

    /// The one value that a schema lists.
    pub(super) fn only_value(&self, node: &Schema<'d>) -> Option<&'d Value> {
        let schema = self.meant(node);
        let schema = self.follow(&schema)?;
        let values = schema.enum_values();
        match values.as_slice() {
            [only] => Some(only.value),
            _ => None,
        }
    }
}
