use std::fmt::{self, Display, Formatter};

use super::super::docs::{Doc, Paragraph, Phrase};

/// Documentation, each paragraph behind an indent and a mark. Long texts of the document are cut: the IR has them.
pub(super) struct Docs<'a>(pub(super) &'static str, pub(super) &'a Doc<'a>);

impl Display for Docs<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self(indent, doc) = self;
        doc.0
            .iter()
            .try_for_each(|paragraph| write_paragraph(f, indent, paragraph))
    }
}

fn write_paragraph(f: &mut Formatter<'_>, indent: &str, paragraph: &Paragraph<'_>) -> fmt::Result {
    match paragraph {
        Paragraph::Note(note) => writeln!(f, "{indent}* {note}"),
        Paragraph::Line(text) | Paragraph::Markdown(text) => writeln!(f, "{indent}# {}", Cut(text)),
        Paragraph::Link(link) => writeln!(f, "{indent}> {}", link.url),
        Paragraph::Phrase(phrase) => writeln!(f, "{indent}# {phrase}"),
        Paragraph::Operations(rows) => writeln!(f, "{indent}# table of {} operations", rows.len()),
        Paragraph::Example(example) => write!(f, "{indent}example\n{example}"),
    }
}

impl Display for Phrase<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Type(phrase) => write!(f, "{phrase:?}"),
            Self::Member(phrase) => write!(f, "{phrase:?}"),
            Self::Method(phrase) => write!(f, "{phrase:?}"),
            Self::Item(phrase) => write!(f, "{phrase:?}"),
            Self::Server(phrase) => write!(f, "{phrase:?}"),
        }
    }
}

/// A text of the document, up to this many characters of its first line.
const LENGTH: usize = 60;

struct Cut<'a>(&'a str);

impl Display for Cut<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let line = self.0.trim().lines().next().unwrap_or_default();
        let cut: String = line.chars().take(LENGTH).collect();
        let rest = if cut.len() < self.0.trim().len() {
            " ..."
        } else {
            ""
        };
        write!(f, "{cut:?}{rest}")
    }
}
