//! Objects that are reached by reference.

use super::references;
use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};
use crate::load::{Document, Node, Typed, typed};

/// An object that stood in its place or was reached by reference.
pub(crate) struct Bound<'d, T> {
    pub(crate) value: T,
    /// Where the object itself is.
    pub(crate) node: Node<'d>,
}

impl<T> Bound<'_, T> {
    /// The key under `components`, for an object that is reused from there.
    pub(crate) fn component(&self) -> Option<String> {
        let segments: Vec<String> = self.node.at.segments().collect();
        match segments.as_slice() {
            [root, _, key] if root == "components" => Some(key.clone()),
            _ => None,
        }
    }
}

/// Follows references from `node` to the object itself. `None` when they lead nowhere, which is reported already.
pub(crate) fn follow<'d>(document: &'d Document, node: &Node<'d>) -> Option<Node<'d>> {
    let mut node = node.clone();
    for _ in 0..=references::HOPS {
        let Some(target) = node.reference() else {
            return Some(node);
        };
        node = document.node(&references::local(target)?)?;
    }
    None
}

/// The pointer that a `$ref` within the document names.
pub(crate) fn target(node: &Node<'_>) -> Option<Pointer> {
    references::local(node.reference()?)
}

/// The object at `node`, references followed, as a type of `openapiv3`.
pub(crate) fn bind<'d, T: Typed>(
    document: &'d Document,
    node: &Node<'d>,
    sink: &mut Sink,
) -> Option<Bound<'d, T>> {
    let node = follow(document, node)?;
    match typed(&node) {
        Ok(value) => Some(Bound { value, node }),
        Err(reason) => {
            if !document.broken {
                let message = format!("the object does not conform to OpenAPI: {reason}");
                sink.report(Diagnostic::error(Code::InvalidValue, &node.at, message));
            }
            None
        }
    }
}
