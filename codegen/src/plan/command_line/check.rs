//! Findings about the settings of the command line.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::plan::model::Model;
use crate::plan::settings;

/// Reports a command line without commands, and aliases of operations and parameters that do not exist.
pub(crate) fn check(model: &Model<'_>, sink: &mut Sink) {
    let Some(options) = &model.options.cli else {
        return;
    };
    if model.api.operations.is_empty() {
        let at = Location::Key(Pointer::root().key("paths"));
        let message = "`[cli]` is set, but the document has no operations";
        let help = "remove the table from the settings";
        sink.report(Diagnostic::error(Code::InvalidCli, at, message).help(help));
        return;
    }
    let aliases = &options.operation_aliases;
    settings::check(
        aliases,
        "cli.operation-aliases",
        Code::InvalidCli,
        model,
        sink,
    );
    if options.parameter_aliases.is_empty() {
        return;
    }
    let operations = model.api.operations.iter();
    let parameters = operations.flat_map(|it| &it.parameters);
    let names: BTreeSet<&str> = parameters.map(|it| it.name.as_str()).collect();
    for name in options.parameter_aliases.keys() {
        if !names.contains(name.as_str()) {
            let at = Location::Key(Pointer::root().key("paths"));
            let message = format!(
                "`[cli.parameter-aliases]` names `{name}`, which is not a parameter of an operation"
            );
            let help = did_you_mean(name, names.iter().copied());
            sink.report(Diagnostic::error(Code::InvalidCli, at, message).help(help));
        }
    }
}
