//! Settings of operations, by id or by method and path.

use std::collections::{BTreeMap, BTreeSet};

use super::model::Model;
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::ir::Operation;

/// The setting of an operation.
pub(super) fn of<'a, T>(settings: &'a BTreeMap<String, T>, operation: &Operation) -> Option<&'a T> {
    if settings.is_empty() {
        return None;
    }
    settings
        .get(&operation.id)
        .or_else(|| settings.get(&operation.request()))
}

/// Reports the settings in a table of operations that do not exist.
pub(super) fn check<T>(
    settings: &BTreeMap<String, T>,
    table: &str,
    code: Code,
    model: &Model<'_>,
    sink: &mut Sink,
) {
    if settings.is_empty() {
        return;
    }
    let operations = &model.api.operations;
    let ids = operations.iter().map(|it| it.id.clone());
    let requests = operations.iter().map(Operation::request);
    let names: BTreeSet<String> = ids.chain(requests).collect();
    for name in settings.keys().filter(|name| !names.contains(*name)) {
        let at = Location::Key(Pointer::root().key("paths"));
        let message = format!("`[{table}]` names `{name}`, which is not an operation");
        let help = did_you_mean(name, names.iter().map(String::as_str));
        sink.report(Diagnostic::error(code, at, message).help(help));
    }
}
