//! Names of security schemes in environment variables.

use super::scope::{Preference, Scope};
use super::words::Words;

pub(super) fn names<'a>(schemes: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut scope = Scope::new(Words::screaming);
    let claims = scope.claim_all(schemes.map(|name| Preference::plain(name)).collect());
    claims.into_iter().map(|claim| claim.name).collect()
}
