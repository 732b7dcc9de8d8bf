//! [`Resolved`] to [`ir::Api`]: interprets schemas and operations.
//!
//! `api` lowers the operations. Where one mentions a schema, `type_ref` decides its type: a type with a name is added to
//! the type table (`types`) and waits in a queue for its shape, which `shapes` finds. A shape may mention further
//! schemas. So reference cycles do not recurse, and only schemas that an operation reaches are lowered.
//!
//! `Context` has the state, in one struct for each purpose. `schemas` interprets schemas and changes nothing.

mod api;
mod check;
mod context;
mod docs;
mod findings;
mod given;
mod limits;
mod literal;
mod patterns;
mod samples;
mod schemas;
mod shapes;
mod type_ref;
mod types;

use crate::diagnostic::Sink;
use crate::ir;
use crate::resolve::Resolved;
use context::Context;

/// Lowers the operations of a document, and the schemas that they reach.
///
/// Constructs without a type in the IR become raw JSON, or bytes, with a warning at their location. Defaults and examples
/// are checked against their schemas.
#[must_use]
pub fn lower(resolved: &Resolved<'_>, sink: &mut Sink) -> ir::Api {
    let mut cx = Context::new(resolved.document, sink);
    let mut api = api::api(&mut cx, resolved);
    while let Some((id, source)) = cx.types.dequeue() {
        let shape = shapes::shape(&mut cx, id, &source);
        cx.types.get_mut(id).shape = shape;
    }
    check::check(&cx.samples, &cx.types.table, cx.findings.sink);
    api.types = cx.types.table;
    api
}
