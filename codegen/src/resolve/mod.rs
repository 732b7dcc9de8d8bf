//! [`Document`] to [`Resolved`]: every `$ref` bound, the operations with all that path items add to them.

mod cycles;
mod misplaced;
mod operations;
mod path;
mod references;

use crate::diagnostic::{Code, Diagnostic, Pointer, Sink};
use crate::ir;
use crate::load::{Document, Node, Typed, typed};

/// A document whose references lead somewhere.
pub struct Resolved<'d> {
    pub(crate) document: &'d Document,
    pub(crate) operations: Vec<Operation<'d>>,
    /// Whether everything that the client needs is in the document. If not, it cannot be said what the rest means.
    pub(crate) is_whole: bool,
}

/// An operation and what its path item adds.
pub(crate) struct Operation<'d> {
    /// Its own id, or one derived from method and path.
    pub(crate) id: String,
    pub(crate) method: ir::Method,
    pub(crate) path: ir::PathTemplate,
    pub(crate) node: Node<'d>,
    pub(crate) value: openapiv3::Operation,
    /// Base URLs of its own, else those of the path item.
    pub(crate) servers: Vec<openapiv3::Server>,
    /// Those of the path item that the operation does not replace, then its own.
    pub(crate) parameters: Vec<Bound<'d, openapiv3::Parameter>>,
}

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

/// Binds every reference and reports those that lead nowhere, out of the document, or in a circle; merges the
/// parameters of path items into operations and holds them against the paths; finds operations of one id.
#[must_use]
pub fn resolve<'d>(document: &'d Document, sink: &mut Sink) -> Resolved<'d> {
    references::check(document, sink);
    misplaced::check(document, sink);
    cycles::check(document, sink);
    let operations = operations::collect(document, sink);
    Resolved {
        document,
        operations,
        is_whole: references::are_all_internal(document),
    }
}

/// Follows references from `node` to the object itself. `None` when they lead nowhere, which is reported already.
pub(crate) fn follow<'d>(document: &'d Document, node: &Node<'d>) -> Option<Node<'d>> {
    let mut node = node.clone();
    for _ in 0..=references::HOPS {
        let Some(target) = node.str("$ref") else {
            return Some(node);
        };
        node = document.node(&references::local(target)?)?;
    }
    None
}

/// The pointer that a `$ref` within the document names.
pub(crate) fn target(node: &Node<'_>) -> Option<Pointer> {
    references::local(node.str("$ref")?)
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
