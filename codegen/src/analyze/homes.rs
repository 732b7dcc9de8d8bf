//! The file of each type: an inline type is in the file of its owner.

use crate::ir::{NameHint, Owner, TypeDef, TypeTable};

/// The file of a component with its inline types, or that of an operation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// A component, by its key.
    Component(String),
    /// An operation, by its name, or a path whose operations share a parameter.
    Operation(String),
}

impl Default for Home {
    fn default() -> Self {
        Self::Component(String::new())
    }
}

/// By type.
pub(super) fn find(types: &TypeTable) -> Vec<Home> {
    types.iter().map(|ty| home(types, ty)).collect()
}

fn home(types: &TypeTable, ty: &TypeDef) -> Home {
    let mut ty = ty;
    // A chain of owners is not longer than the table unless it is a cycle.
    for _ in 0..=types.len() {
        match &ty.hint {
            NameHint::Component(key) => return Home::Component(key.clone()),
            NameHint::Nested { owner, .. } => match owner {
                Owner::Type(id) => ty = types.get(*id),
                Owner::Component(key) => return Home::Component(key.clone()),
                Owner::Operation(name) => return Home::Operation(name.clone()),
            },
        }
    }
    Home::default()
}
