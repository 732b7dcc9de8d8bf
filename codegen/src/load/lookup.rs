//! Values of the raw document by their place.

use serde_yaml::Value;

use crate::diagnostic::Pointer;

/// The value that a pointer names.
pub(super) fn at<'v>(document: &'v Value, pointer: &Pointer) -> Option<&'v Value> {
    let mut keys = pointer.keys();
    keys.try_fold(document, |value, key| match value {
        Value::Mapping(members) => members.get(&*key),
        Value::Sequence(items) => items.get(key.parse::<usize>().ok()?),
        _ => None,
    })
}

pub(super) fn at_mut<'v>(document: &'v mut Value, pointer: &Pointer) -> Option<&'v mut Value> {
    let mut keys = pointer.keys();
    keys.try_fold(document, |value, key| match value {
        Value::Mapping(members) => members.get_mut(&*key),
        Value::Sequence(items) => items.get_mut(key.parse::<usize>().ok()?),
        _ => None,
    })
}
