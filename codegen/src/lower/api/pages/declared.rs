//! The result of reading an extension.

use crate::ir::Pagination;
use crate::load::Node;

/// Why an extension declares no pages.
pub(super) struct Malformed<'d> {
    pub(super) node: Node<'d>,
    pub(super) reason: &'static str,
}

/// The pages that an extension declares; `None` if there is one page.
pub(super) type Declared<'d> = Result<Option<Pagination>, Malformed<'d>>;

/// A malformed extension.
pub(super) fn malformed<'d>(node: &Node<'d>, reason: &'static str) -> Malformed<'d> {
    Malformed {
        node: node.clone(),
        reason,
    }
}
