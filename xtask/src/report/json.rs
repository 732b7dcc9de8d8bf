//! A finding as a JSON object on a line of its own.

use std::io::{self, Write};

use codegen::diagnostic::{Location, Severity};
use serde::Serialize;

use super::Finding;

/// Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Serialize)]
struct Record<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// JSON Pointer (RFC 6901); `null` for what is wrong before there is any structure.
    pointer: Option<&'a str>,
}

pub(super) fn write(out: &mut dyn Write, file: &str, finding: &Finding<'_>) -> io::Result<()> {
    let diagnostic = finding.diagnostic;
    let record = Record {
        code: diagnostic.code.as_str(),
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        file,
        line: finding.start.line,
        column: finding.start.column,
        end_line: finding.end.line,
        end_column: finding.end.column,
        pointer: match &diagnostic.location {
            Location::Value(pointer) | Location::Key(pointer) => Some(pointer.as_str()),
            Location::Offset(_) => None,
        },
    };
    serde_json::to_writer(&mut *out, &record)?;
    writeln!(out)
}
