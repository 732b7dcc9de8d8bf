//! A finding as rustc would print it.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};
use codegen::diagnostic::Severity;

use super::lines::{Lines, Place};
use super::{Finding, Source};

/// Longer lines are not shown: nobody reads them, and a minified document is one line of megabytes.
const MAX_LINE: usize = 1000;

/// The text of `finding`, styled for a terminal, without a line break at the end.
pub(super) fn render(source: &Source, lines: &Lines<'_>, finding: &Finding<'_>) -> String {
    let diagnostic = finding.diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level
        .primary_title(printable(&diagnostic.message))
        .id(diagnostic.code.as_str())
        .element(place(source, lines, finding));
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    Renderer::styled().render(&[group])
}

/// File, line and column, with the first line of the finding underlined.
fn place<'a>(source: &'a Source, lines: &Lines<'_>, finding: &Finding<'_>) -> Element<'a> {
    let Place { line, column } = finding.start;
    let shown = lines.line(line);
    let name = printable(&source.name);
    if shown.len() > MAX_LINE {
        return Origin::path(name).line(line).char_column(column).into();
    }
    let within = |offset: usize| offset.min(shown.end) - shown.start;
    let marked = within(finding.span.start)..within(finding.span.end);
    Snippet::source(&source.text[shown.clone()])
        .line_start(line)
        .path(name)
        .annotation(AnnotationKind::Primary.span(marked))
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
