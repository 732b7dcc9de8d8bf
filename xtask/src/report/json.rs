//! A finding as a JSON object on a line of its own.

use std::io::{self, Write};

use codegen::diagnostic::{Location, Pointer, Severity};
use serde::Serialize;

use super::{Finding, Source, Spot};

/// Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Serialize)]
struct Record<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    file: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    /// Other places that the message is about.
    labels: Vec<Labelled<'a>>,
}

#[derive(Serialize)]
struct Labelled<'a> {
    message: &'a str,
    file: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Place<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// JSON Pointer (RFC 6901); `null` for a syntax error, which prevents any structure.
    pointer: Option<&'a str>,
}

impl<'a> Place<'a> {
    fn new(spot: &Spot, location: &'a Location) -> Self {
        Self {
            line: spot.start.line,
            column: spot.start.column,
            end_line: spot.end.line,
            end_column: spot.end.column,
            pointer: location.pointer().map(Pointer::as_str),
        }
    }
}

pub(super) fn write(
    out: &mut dyn Write,
    sources: &[&Source],
    finding: &Finding<'_>,
) -> io::Result<()> {
    let diagnostic = finding.diagnostic;
    let labels = diagnostic.labels.iter().zip(&finding.labels);
    let record = Record {
        code: diagnostic.code.as_str(),
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        file: &sources[finding.place.source].name,
        place: Place::new(&finding.place, &diagnostic.location),
        labels: labels
            .map(|(label, spot)| Labelled {
                message: &label.message,
                file: &sources[spot.source].name,
                place: Place::new(spot, &label.location),
            })
            .collect(),
    };
    serde_json::to_writer(&mut *out, &record)?;
    writeln!(out)
}
