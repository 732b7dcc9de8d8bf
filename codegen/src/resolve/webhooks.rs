//! The requests that the server sends: webhooks of the document and callbacks of its operations.

use std::collections::BTreeSet;

use super::{Operation, bind};
use crate::diagnostic::Pointer;
use crate::load::{self, Document, Parameter, PathItem, Reusable, View};

/// A request that the server sends.
pub(crate) struct Webhook<'d> {
    /// The key of the webhook or the callback.
    pub(crate) name: String,
    pub(crate) node: load::Operation<'d>,
    /// Those of the path item and of the operation.
    pub(crate) parameters: Vec<Parameter<'d>>,
}

/// All requests in document order, webhooks before callbacks.
pub(super) fn collect<'d>(
    document: &'d Document,
    operations: &[Operation<'d>],
) -> Vec<Webhook<'d>> {
    let mut collector = Collector {
        document,
        found: Vec::new(),
        seen: BTreeSet::new(),
    };
    for (name, item) in document.openapi().webhooks() {
        collector.path_item(name, &item);
    }
    for operation in operations {
        for (name, callback) in operation.node.callbacks() {
            let callback = bind(document, &callback);
            let items = callback.map(|callback| callback.items());
            for (_, item) in items.unwrap_or_default() {
                collector.path_item(name, &item);
            }
        }
    }
    collector.found
}

struct Collector<'d> {
    document: &'d Document,
    found: Vec<Webhook<'d>>,
    /// The places of the operations, since several callbacks may share them.
    seen: BTreeSet<Pointer>,
}

impl<'d> Collector<'d> {
    fn path_item(&mut self, name: &str, item: &Reusable<'d, PathItem<'d>>) {
        let Some(item) = bind(self.document, item) else {
            return;
        };
        for (_, node) in item.operations() {
            let is_sound = load::Operation::table().is_sound(node.value);
            if !is_sound || node.reference().is_some() || !self.seen.insert(node.at.clone()) {
                continue;
            }
            let own = node.parameters();
            let parameters = item.parameters().into_iter().chain(own);
            let parameters = parameters.filter_map(|it| bind(self.document, &it));
            self.found.push(Webhook {
                name: name.to_owned(),
                parameters: parameters.collect(),
                node,
            });
        }
    }
}
