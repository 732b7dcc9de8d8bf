//! Findings for people and for tools: in the order of the text, with file, line and column.

mod human;
mod json;
mod lines;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use codegen::diagnostic::{Cause, Diagnostic, Location, Severity};
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

/// A finding and its places in the text.
struct Finding<'a> {
    diagnostic: &'a Diagnostic,
    place: Spot,
    /// By position of the label.
    labels: Vec<Spot>,
}

/// A part of a text.
struct Spot {
    /// The position of the text among the sources.
    source: usize,
    span: Range<usize>,
    start: Place,
    end: Place,
}

impl Spot {
    fn new(lines: &[Lines<'_>], (source, span): (usize, Range<usize>)) -> Self {
        let lines = &lines[source];
        let span = lines.clamp(span);
        Self {
            source,
            start: lines.place(span.start),
            end: lines.place(span.end),
            span,
        }
    }
}

/// The number of findings of one cause that people read; `--all` prints the others.
const SHOWN: usize = 1;

/// All findings of a run about a text and its overlays.
pub(crate) struct Report<'a> {
    sources: Vec<&'a Source>,
    findings: Vec<Finding<'a>>,
}

impl<'a> Report<'a> {
    /// Finds the places of `diagnostics` in the texts and sorts them by position and gravity. The sources are the document
    /// (or the settings) and its overlays.
    pub(crate) fn new(sources: Vec<&'a Source>, diagnostics: &'a [Diagnostic]) -> Self {
        let locations: Vec<_> = diagnostics
            .iter()
            .flat_map(|diagnostic| diagnostic.locations().cloned())
            .collect();
        let mut spans = ranges(&sources, &locations).into_iter();
        let places = diagnostics.iter().map(|diagnostic| {
            let count = 1 + diagnostic.labels.len();
            (diagnostic, spans.by_ref().take(count).collect())
        });
        Self::placed(sources, places)
    }

    /// The first range of a finding is its place, the others are those of its labels.
    fn placed(
        sources: Vec<&'a Source>,
        diagnostics: impl IntoIterator<Item = (&'a Diagnostic, Vec<(usize, Range<usize>)>)>,
    ) -> Self {
        let lines: Vec<_> = sources.iter().map(|it| Lines::of(&it.text)).collect();
        let mut findings: Vec<_> = diagnostics
            .into_iter()
            .map(|(diagnostic, spans)| {
                let mut spots = spans.into_iter().map(|span| Spot::new(&lines, span));
                Finding {
                    diagnostic,
                    place: spots.next().unwrap_or_else(|| Spot::new(&lines, (0, 0..0))),
                    labels: spots.collect(),
                }
            })
            .collect();
        findings.sort_by(|a, b| a.order().cmp(&b.order()));
        Self { sources, findings }
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

    /// Prints the findings; people read a few of each cause, unless they ask for all.
    pub(crate) fn print(&self, format: Format, all: bool) -> io::Result<()> {
        match format {
            // The stream strips colours where they are not wanted.
            Format::Human => self.write_human(&mut anstream::stderr().lock(), all),
            Format::Json => self.write_json(&mut io::stdout().lock()),
        }
    }

    fn write_human(&self, out: &mut dyn Write, all: bool) -> io::Result<()> {
        self.write_findings(out, all)?;
        match self.findings.first() {
            Some(first) => {
                let code = first.diagnostic.code;
                writeln!(out, "{} in {}", self.tally(), self.names())?;
                writeln!(
                    out,
                    "run `cargo xtask explain {code}` for an example and its correction\n"
                )
            }
            None => Ok(()),
        }
    }

    /// Prints the findings for people, without their number.
    pub(crate) fn write_findings(&self, out: &mut dyn Write, all: bool) -> io::Result<()> {
        let texts = self.sources.iter();
        let texts: Vec<_> = texts.map(|it| (*it, Lines::of(&it.text))).collect();
        for (finding, hidden) in self.shown(all) {
            let text = human::render(&texts, finding, hidden);
            writeln!(out, "{text}\n")?;
        }
        Ok(())
    }

    /// The findings that people read, in order, each with the number of hidden findings of its cause where it is the last
    /// one that is shown.
    fn shown(&self, all: bool) -> Vec<(&Finding<'a>, usize)> {
        let limit = if all { usize::MAX } else { SHOWN };
        let mut shown: Vec<(&Finding<'a>, usize)> = Vec::new();
        // By cause, the positions of the findings that are shown.
        let mut groups: BTreeMap<Cause, Vec<usize>> = BTreeMap::new();
        for finding in &self.findings {
            let group = groups.entry(finding.diagnostic.cause()).or_default();
            match group.last() {
                Some(last) if group.len() >= limit => shown[*last].1 += 1,
                _ => {
                    group.push(shown.len());
                    shown.push((finding, 0));
                }
            }
        }
        shown
    }

    fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        for finding in &self.findings {
            json::write(out, &self.sources, finding)?;
        }
        Ok(())
    }

    /// The name of the document, and whether there are overlays.
    fn names(&self) -> String {
        match self.sources.as_slice() {
            [] => String::new(),
            [only] => only.name.clone(),
            [document, overlays @ ..] => {
                let overlays = counted(overlays.len(), "overlay");
                format!("{} with {overlays}", document.name)
            }
        }
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
    fn order(&self) -> (usize, usize, Reverse<usize>, Severity, &str, &str) {
        (
            self.place.source,
            self.place.span.start,
            Reverse(self.place.span.end),
            self.diagnostic.severity,
            self.diagnostic.code.as_str(),
            &self.diagnostic.message,
        )
    }
}

/// The position of the text of each location, and the range in it.
fn ranges(sources: &[&Source], locations: &[Location]) -> Vec<(usize, Range<usize>)> {
    let source = |location: &Location| match location {
        Location::Overlay(position, _) => 1 + position,
        _ => 0,
    };
    let mut ranges = vec![(0, 0..0); locations.len()];
    for (position, text) in sources.iter().enumerate() {
        let indices = (0..locations.len()).filter(|at| source(&locations[*at]) == position);
        let indices: Vec<usize> = indices.collect();
        let wanted: Vec<_> = indices.iter().map(|at| locations[*at].clone()).collect();
        for (index, range) in indices.into_iter().zip(locate(&text.text, &wanted)) {
            ranges[index] = (position, range);
        }
    }
    ranges
}

#[cfg(test)]
mod tests;
