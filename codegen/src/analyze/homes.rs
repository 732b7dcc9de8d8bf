//! Which types stand together: what is inline stands with what it is inline in.

use crate::ir::{NameHint, Owner, TypeDef, TypeTable};

/// What types stand together in: the file of a component with all that is inline in it, or that of an operation.
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
    // A chain of owners is no longer than the table; a longer one would run in a circle.
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
