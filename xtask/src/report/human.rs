//! A finding as rustc would print it.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};
use codegen::diagnostic::Severity;

use indexmap::IndexMap;

use super::lines::Lines;
use super::{Finding, Source, Spot};
use crate::words::thousands;

/// Longer lines are not shown: nobody reads them, and a minified document is one line of megabytes.
const MAX_LINE: usize = 1000;

/// A source and its lines.
pub(super) type Text<'a> = (&'a Source, Lines<'a>);

/// The text of `finding`, styled for a terminal, without a line break at the end. So many more findings of its cause are
/// hidden.
pub(super) fn render(texts: &[Text<'_>], finding: &Finding<'_>, hidden: usize) -> String {
    let diagnostic = finding.diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level
        .primary_title(printable(&diagnostic.message))
        .id(diagnostic.code.as_str())
        .elements(places(texts, finding));
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    if hidden > 0 {
        let text = format!("and {} more; `--all` prints every one", thousands(hidden));
        group = group.element(Level::NOTE.message(text));
    }
    Renderer::styled().render(&[group])
}

/// An underlined part of a line.
struct Mark<'a> {
    spot: &'a Spot,
    kind: AnnotationKind,
    label: Option<&'a str>,
}

/// The lines of the finding and of its labels, each line once.
fn places<'a>(texts: &[Text<'a>], finding: &'a Finding<'_>) -> Vec<Element<'a>> {
    let labels = finding.labels.iter().zip(&finding.diagnostic.labels);
    let marks = labels.map(|(spot, label)| Mark {
        spot,
        kind: AnnotationKind::Context,
        label: Some(&label.message),
    });
    let primary = Mark {
        spot: &finding.place,
        kind: AnnotationKind::Primary,
        label: None,
    };
    let mut by_line: IndexMap<(usize, usize), Vec<Mark<'_>>> = IndexMap::new();
    for mark in std::iter::once(primary).chain(marks) {
        let line = (mark.spot.source, mark.spot.start.line);
        by_line.entry(line).or_default().push(mark);
    }
    by_line
        .into_iter()
        .map(|((source, line), marks)| place(&texts[source], line, marks))
        .collect()
}

/// File, line and column, with the marks underlined as far as the line goes.
fn place<'a>((source, lines): &Text<'a>, line: usize, marks: Vec<Mark<'a>>) -> Element<'a> {
    let shown = lines.line(line);
    let name = printable(&source.name);
    if shown.len() > MAX_LINE {
        let column = marks.first().map_or(1, |mark| mark.spot.start.column);
        return Origin::path(name).line(line).char_column(column).into();
    }
    let within = |offset: usize| offset.min(shown.end) - shown.start;
    let annotations = marks.into_iter().map(|Mark { spot, kind, label }| {
        let marked = within(spot.span.start)..within(spot.span.end);
        kind.span(marked).label(label.map(printable))
    });
    Snippet::source(&source.text[shown.clone()])
        .line_start(line)
        .path(name)
        .annotations(annotations)
        .into()
}

/// `text` without what would steer a terminal; it may quote the document.
fn printable(text: &str) -> Cow<'_, str> {
    let steers = |c: char| c.is_control() && c != '\n';
    if text.contains(steers) {
        let escape = |c: char| match c {
            c if steers(c) => c.escape_default().to_string(),
            c => c.to_string(),
        };
        text.chars().map(escape).collect::<String>().into()
    } else {
        text.into()
    }
}
