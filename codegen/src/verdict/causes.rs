//! The origin of each change.

use super::change::{Cause, Change};

/// Sets the cause of each change: that of the step in which it occurs, or else of the step that changes the same item.
/// The steps lead from the old surface to the new one.
pub fn attribute(changes: &mut [Change], steps: &[(Cause, Vec<Change>)]) {
    for change in changes {
        let has = |is: fn(&Change, &Change) -> bool| {
            let mut steps = steps.iter().rev();
            steps.find(|(_, all)| all.iter().any(|it| is(it, change)))
        };
        let found = has(|a, b| a.fingerprint == b.fingerprint)
            .or_else(|| has(|a, b| a.item == b.item))
            .or_else(|| has(|a, b| a.also.contains(&b.item)));
        if let Some((cause, _)) = found {
            change.cause = *cause;
        }
    }
}
