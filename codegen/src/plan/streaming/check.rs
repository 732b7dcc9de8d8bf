//! Findings about sequences of values.

use super::flag;
use crate::diagnostic::{Code, Diagnostic, Location, Sink, did_you_mean};
use crate::options::Switch;
use crate::plan::model::Model;
use crate::plan::settings;

/// Reports flags of the settings that the operations do not have.
pub(crate) fn check(model: &Model<'_>, sink: &mut Sink) {
    for operation in model.operations() {
        let Some(Switch::On(options)) = settings::of(&model.options.streams, operation.def) else {
            continue;
        };
        let Some(Switch::On(name)) = &options.flag else {
            continue;
        };
        if flag::find(model, operation, name).is_none() {
            let id = &operation.def.id;
            let message = format!(
                "`{id}` has neither a parameter nor a property of its body that is a boolean named `{name}`"
            );
            let help = did_you_mean(name, flag::names(model, operation));
            let at = Location::Key(operation.def.origin.clone());
            sink.report(Diagnostic::error(Code::InvalidStream, at, message).help(help));
        }
    }
}
