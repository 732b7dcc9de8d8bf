//! Findings about webhooks.

use super::select::{self, Source};
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink};
use crate::options::WebhookOptions;
use crate::plan::model::Model;

/// Reports settings without webhooks, and events that nothing tells apart.
pub(crate) fn check(model: &Model<'_>, sink: &mut Sink) {
    let Some(first) = model.api.webhooks.first() else {
        if model.options.webhooks != WebhookOptions::default() {
            let message =
                "`[webhooks]` is set, but the document has neither webhooks nor callbacks";
            let help = "remove the table from the settings";
            let at = Location::Key(Pointer::root().key("paths"));
            sink.report(Diagnostic::error(Code::InvalidWebhook, at, message).help(help));
        }
        return;
    };
    if select::selection(model).source == Source::Unknown {
        let message = "nothing tells which event a request is about; `parse` returns every event as an unknown one";
        let help = "set `header` or `field` below `[webhooks]`";
        let at = Location::Key(first.origin.clone());
        sink.report(Diagnostic::warning(Code::InvalidWebhook, at, message).help(help));
    }
}
