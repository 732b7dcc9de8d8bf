//! The walk over all values of a document that OpenAPI defines.
//!
//! Every step descends in the value, whose depth the parsers bound. References are not followed.

use std::ops::ControlFlow;

use serde_yaml::Value;

use super::Node;
use super::grammar::{Kind, OpenApi, Slot, View};
use crate::diagnostic::Pointer;

/// The whole document.
pub(super) fn document() -> Slot {
    Slot::from(Kind::Object(OpenApi::table))
}

/// Visits a value and every value inside it that OpenAPI defines, each before the values inside it. `Break` skips those.
pub(super) fn visit<'v>(
    node: &Node<'v>,
    slot: Slot,
    visitor: &mut impl FnMut(&Node<'v>, Slot) -> ControlFlow<()>,
) {
    if visitor(node, slot).is_break() {
        return;
    }
    match node.value {
        Value::Mapping(members) => {
            let known = members.iter().filter_map(|(key, value)| {
                let key = key.as_str()?;
                Some((key, value, slot.kind.member(key)?))
            });
            for (key, value, slot) in known {
                visit(&Node::new(value, node.at.key(key)), slot, visitor);
            }
        }
        Value::Sequence(items) => {
            let Some(slot) = slot.kind.item() else { return };
            for (index, value) in items.iter().enumerate() {
                visit(&Node::new(value, node.at.index(index)), slot, visitor);
            }
        }
        _ => {}
    }
}

/// The same for a visitor that rewrites the values. Those inside are the ones that it leaves.
pub(super) fn visit_mut(
    value: &mut Value,
    at: &Pointer,
    slot: Slot,
    visitor: &mut impl FnMut(&mut Value, &Pointer, Slot),
) {
    visitor(value, at, slot);
    match value {
        Value::Mapping(members) => {
            for (key, value) in members {
                let Some(key) = key.as_str() else { continue };
                if let Some(slot) = slot.kind.member(key) {
                    visit_mut(value, &at.key(key), slot, visitor);
                }
            }
        }
        Value::Sequence(items) => {
            if let Some(slot) = slot.kind.item() {
                for (index, value) in items.iter_mut().enumerate() {
                    visit_mut(value, &at.index(index), slot, visitor);
                }
            }
        }
        _ => {}
    }
}
