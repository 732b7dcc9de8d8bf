//! Runs the first stages of the pipeline: from text to IR and findings.

use std::fmt::Write;

use codegen::diagnostic::{Diagnostic, Location, Severity, Sink};
use codegen::ir::Api;
use codegen::{Options, load, lowered};

/// Loads, resolves and lowers a document; `None` if it cannot be loaded.
#[must_use]
pub fn front(text: &str, options: &Options) -> (Option<Api>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let api = lowered(text, options, &mut sink);
    (api, sink.into_vec())
}

/// Formats findings as plain text: code, locations in the text and the document, message and help.
#[must_use]
pub fn report(text: &str, diagnostics: &[Diagnostic]) -> String {
    let locations: Vec<Location> = diagnostics
        .iter()
        .flat_map(|diagnostic| diagnostic.locations().cloned())
        .collect();
    let mut ranges = load::locate::locate(text, &locations).into_iter();
    let mut place = |location: &Location| {
        let range = ranges.next().unwrap_or_default();
        let line = text[..range.start].matches('\n').count() + 1;
        let place = match location {
            Location::Value(pointer) => pointer.to_string(),
            Location::Key(pointer) => format!("{pointer} (key)"),
            Location::Offset(offset) => format!("byte {offset}"),
            Location::Overlay(position, _) => format!("overlay {position}"),
        };
        format!("{place}, line {line}: {:?}", &text[range])
    };
    let mut report = String::new();
    for diagnostic in diagnostics {
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            report,
            "{severity}[{}] {}\n  at {}",
            diagnostic.code,
            diagnostic.message,
            place(&diagnostic.location)
        );
        for label in &diagnostic.labels {
            let place = place(&label.location);
            let _ = writeln!(report, "  {}: {place}", label.message);
        }
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(report, "  help: {help}");
        }
    }
    report
}
