//! Findings for people and for tools: in the order of the text, with file, line and column.

mod human;
mod json;
mod lines;

use std::cmp::Reverse;
use std::io::{self, Write};
use std::ops::Range;

use codegen::diagnostic::{Diagnostic, Severity};
use codegen::load::locate::locate;
use lines::{Lines, Place};

use crate::words::counted;

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// As rustc prints them, on standard error.
    #[default]
    Human,
    /// One JSON object a line, on standard output.
    Json,
}

/// A text that findings are about.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// The path as it was given, or `<stdin>`.
    pub(crate) name: String,
    /// The text itself.
    pub(crate) text: String,
}

/// A finding and where it stands.
struct Finding<'a> {
    diagnostic: &'a Diagnostic,
    span: Range<usize>,
    start: Place,
    end: Place,
}

/// All findings of a run about one text.
pub(crate) struct Report<'a> {
    source: &'a Source,
    findings: Vec<Finding<'a>>,
}

impl<'a> Report<'a> {
    /// Finds the places of `diagnostics` in the text of `source` and sorts them by position and gravity.
    pub(crate) fn new(source: &'a Source, diagnostics: &'a [Diagnostic]) -> Self {
        let locations: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| diagnostic.location.clone())
            .collect();
        let spans = locate(&source.text, &locations);
        Self::placed(source, diagnostics.iter().zip(spans))
    }

    fn placed(
        source: &'a Source,
        diagnostics: impl IntoIterator<Item = (&'a Diagnostic, Range<usize>)>,
    ) -> Self {
        let lines = Lines::of(&source.text);
        let mut findings: Vec<_> = diagnostics
            .into_iter()
            .map(|(diagnostic, span)| {
                let span = lines.clamp(span);
                Finding {
                    diagnostic,
                    start: lines.place(span.start),
                    end: lines.place(span.end),
                    span,
                }
            })
            .collect();
        findings.sort_by(|a, b| a.order().cmp(&b.order()));
        Self { source, findings }
    }

    /// How many errors and how many warnings there are.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let errors = self.count(Severity::Error);
        (errors, self.findings.len() - errors)
    }

    fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.diagnostic.severity == severity)
            .count()
    }

    /// Prints everything; nothing when there is nothing.
    pub(crate) fn print(&self, format: Format) -> io::Result<()> {
        match format {
            // The stream strips colours where they are not wanted.
            Format::Human => self.write_human(&mut anstream::stderr().lock()),
            Format::Json => self.write_json(&mut io::stdout().lock()),
        }
    }

    fn write_human(&self, out: &mut dyn Write) -> io::Result<()> {
        let lines = Lines::of(&self.source.text);
        for finding in &self.findings {
            writeln!(out, "{}\n", human::render(self.source, &lines, finding))?;
        }
        match self.findings.first() {
            Some(first) => {
                let code = first.diagnostic.code;
                writeln!(out, "{} in {}", self.tally(), self.source.name)?;
                writeln!(out, "`cargo xtask explain {code}` says what a code means\n")
            }
            None => Ok(()),
        }
    }

    fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        for finding in &self.findings {
            json::write(out, &self.source.name, finding)?;
        }
        Ok(())
    }

    /// `2 errors, 1 warning`
    fn tally(&self) -> String {
        let (errors, warnings) = self.counts();
        [(errors, "error"), (warnings, "warning")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| counted(count, noun))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

impl Finding<'_> {
    /// By position, the wider range first, then as the document's author would fix them.
    fn order(&self) -> (usize, Reverse<usize>, Severity, &str, &str) {
        (
            self.span.start,
            Reverse(self.span.end),
            self.diagnostic.severity,
            self.diagnostic.code.as_str(),
            &self.diagnostic.message,
        )
    }
}

#[cfg(test)]
mod tests;
