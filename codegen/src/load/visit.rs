//! The walk over all values of a document that OpenAPI defines.

use std::ops::ControlFlow;

use super::Node;
use super::grammar::{Kind, OPENAPI};

/// Visits the document and every value inside it that has a kind, each before the values inside it. `Break` skips those.
/// References are not followed.
///
/// Every step descends in the value, whose depth the parsers bound.
pub(super) fn visit<'v>(
    document: &Node<'v>,
    visitor: &mut impl FnMut(&Node<'v>, Kind) -> ControlFlow<()>,
) {
    walk(document, Kind::Object(&OPENAPI), visitor);
}

fn walk<'v>(
    node: &Node<'v>,
    kind: Kind,
    visitor: &mut impl FnMut(&Node<'v>, Kind) -> ControlFlow<()>,
) {
    if visitor(node, kind).is_continue() {
        for (child, kind) in kind.children(node) {
            walk(&child, kind, visitor);
        }
    }
}
