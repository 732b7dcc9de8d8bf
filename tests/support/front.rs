//! A document through the front of the pipeline: text in, IR and findings out.

use std::fmt::Write;

use codegen::diagnostic::{Diagnostic, Location, Severity, Sink};
use codegen::ir::Api;
use codegen::{Options, load, lower, resolve};

/// Loads, resolves and lowers a document; no API when it does not load.
#[must_use]
pub fn front(text: &str) -> (Option<Api>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let api = load::load(text, &Options::default(), &mut sink).map(|document| {
        let resolved = resolve::resolve(&document, &mut sink);
        lower::lower(&resolved, &mut sink)
    });
    (api, sink.into_vec())
}

/// Findings as plain text: what, where in the text and in the document, why, and what to do.
#[must_use]
pub fn report(text: &str, diagnostics: &[Diagnostic]) -> String {
    let locations: Vec<Location> = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.location.clone())
        .collect();
    let ranges = load::locate::locate(text, &locations);
    let mut report = String::new();
    for (diagnostic, range) in diagnostics.iter().zip(ranges) {
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let line = text[..range.start].matches('\n').count() + 1;
        let place = match &diagnostic.location {
            Location::Value(pointer) => pointer.to_string(),
            Location::Key(pointer) => format!("{pointer} (key)"),
            Location::Offset(offset) => format!("byte {offset}"),
        };
        // A `String` takes every write.
        let _ = writeln!(
            report,
            "{severity}[{}] {}\n  at {place}, line {line}: {:?}",
            diagnostic.code, diagnostic.message, &text[range]
        );
        if let Some(help) = &diagnostic.help {
            let _ = writeln!(report, "  help: {help}");
        }
    }
    report
}
