//! Names of events.

use super::members::{catch_all, spelled, variant_scope};
use super::scope::Preference;
use crate::ir::Webhook;

/// The variants of the enum of events. Numerals follow names that occur twice.
pub(super) fn names(webhooks: &[Webhook]) -> Vec<String> {
    let mut scope = variant_scope();
    // The variant of unknown events has its own name, whatever the others are.
    catch_all(&mut scope);
    let preferences = webhooks.iter();
    let preferences = preferences.map(|it| Preference::plain(&it.name).at(&it.origin));
    spelled(scope.claim_all(preferences.collect()))
}
