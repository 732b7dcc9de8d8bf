use super::Bound;
use crate::ir;
use crate::load::Node;

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
