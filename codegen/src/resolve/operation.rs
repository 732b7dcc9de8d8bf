use crate::ir;
use crate::load::{self, Parameter, Server};

/// An operation and what its path item adds.
pub(crate) struct Operation<'d> {
    /// Its own id, or one derived from method and path.
    pub(crate) id: String,
    pub(crate) method: ir::Method,
    pub(crate) path: ir::PathTemplate,
    pub(crate) node: load::Operation<'d>,
    /// Base URLs of its own, else those of the path item.
    pub(crate) servers: Vec<Server<'d>>,
    /// Those of the path item that the operation does not replace, then its own.
    pub(crate) parameters: Vec<Parameter<'d>>,
}
