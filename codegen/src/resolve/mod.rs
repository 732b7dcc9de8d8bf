//! [`Document`] to [`Resolved`]: every `$ref` bound, the operations with all that path items add to them.

mod bound;
mod cycles;
mod misplaced;
mod operation;
mod operations;
mod path;
mod references;
mod webhooks;

pub(crate) use bound::{bind, component, schema, target};
pub(crate) use operation::Operation;
pub(crate) use webhooks::Webhook;

use crate::diagnostic::Sink;
use crate::load::Document;

/// A document whose references lead somewhere.
pub struct Resolved<'d> {
    pub(crate) document: &'d Document,
    pub(crate) operations: Vec<Operation<'d>>,
    pub(crate) webhooks: Vec<Webhook<'d>>,
    /// Whether everything that the client needs is in the document. If not, it cannot be said what the rest means.
    pub(crate) is_whole: bool,
}

/// Binds every reference and reports those that lead nowhere, out of the document, or in a circle; merges the
/// parameters of path items into operations and holds them against the paths; finds operations of one id.
#[must_use]
pub fn resolve<'d>(document: &'d Document, sink: &mut Sink) -> Resolved<'d> {
    references::check(document, sink);
    misplaced::check(document, sink);
    cycles::check(document, sink);
    let operations = operations::collect(document, sink);
    let webhooks = webhooks::collect(document, &operations);
    Resolved {
        document,
        webhooks,
        operations,
        is_whole: references::are_all_internal(document),
    }
}
