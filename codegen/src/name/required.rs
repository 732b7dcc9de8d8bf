//! Names of the structs of required values.

use super::Names;
use super::scope::{Preference, Scope};
use crate::analyze::{Arguments, Facts};

/// Names the structs of the types and the operations that have one.
pub(super) fn name(names: &mut Names, facts: &Facts, idents: &mut Scope) {
    for (ty, facts) in names.types.iter_mut().zip(&facts.types) {
        ty.required = of(&ty.ident, facts.required, idents);
    }
    for (operation, facts) in names.operations.iter_mut().zip(&facts.operations) {
        operation.required = of(&operation.builder, facts.required, idents);
    }
}

fn of(owner: &str, arguments: Arguments, idents: &mut Scope) -> Option<String> {
    match arguments {
        Arguments::Positional => None,
        Arguments::Named => {
            let preference = Preference::plain(&format!("{owner} required"));
            Some(idents.claim(preference.or("values")).name)
        }
    }
}
