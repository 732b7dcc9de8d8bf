//! References, and where they lead.

use percent_encoding::percent_decode_str;

use super::grammar::Object;
use super::{Node, lookup};
use crate::diagnostic::Pointer;

/// How many references may follow on one another.
pub(crate) const HOPS: usize = 64;

/// A `$ref`.
pub(crate) struct Reference {
    /// Where it is written.
    pub(crate) at: Pointer,
    /// The text of the reference.
    pub(crate) target: String,
    /// The object that the place requires.
    pub(crate) object: &'static Object,
    /// Whether it is below a keyword that has no effect on the client.
    pub(crate) is_unused: bool,
}

/// A `$ref` in the place of an object that OpenAPI does not let a document refer to, such as an operation.
pub(crate) struct Misplaced {
    /// Where it is written.
    pub(crate) at: Pointer,
    /// The text of the reference.
    pub(crate) target: String,
}

/// The pointer in a reference such as `#/components/schemas/Cat`; `None` when it leads out of the document.
pub(crate) fn local(target: &str) -> Option<Pointer> {
    let fragment = target.strip_prefix('#')?;
    let pointer = percent_decode_str(fragment).decode_utf8().ok()?;
    (pointer.is_empty() || pointer.starts_with('/')).then(|| Pointer::parse(&pointer))
}

/// The value at a place of a document.
pub(crate) fn node_at<'d>(document: &Node<'d>, at: &Pointer) -> Option<Node<'d>> {
    let value = lookup::at(document.value, at)?;
    Some(Node::new(value, at.clone()))
}

/// The value at the end of the references that start at `node`, or `node` if it is none.
pub(crate) fn follow<'d>(document: &Node<'d>, node: &Node<'d>) -> Option<Node<'d>> {
    let mut node = node.clone();
    for _ in 0..=HOPS {
        let Some(target) = node.reference() else {
            return Some(node);
        };
        node = node_at(document, &local(target)?)?;
    }
    None
}
