//! Values of the raw document by their place.

use serde_yaml::Value;

use crate::diagnostic::Pointer;

/// The value that a pointer names.
pub(super) fn at<'v>(document: &'v Value, pointer: &Pointer) -> Option<&'v Value> {
    let mut segments = pointer.segments();
    segments.try_fold(document, |value, segment| match value {
        Value::Mapping(members) => members.get(&segment),
        Value::Sequence(items) => items.get(segment.parse::<usize>().ok()?),
        _ => None,
    })
}

pub(super) fn at_mut<'v>(document: &'v mut Value, pointer: &Pointer) -> Option<&'v mut Value> {
    let mut segments = pointer.segments();
    segments.try_fold(document, |value, segment| match value {
        Value::Mapping(members) => members.get_mut(&segment),
        Value::Sequence(items) => items.get_mut(segment.parse::<usize>().ok()?),
        _ => None,
    })
}
