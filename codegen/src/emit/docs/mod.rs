//! Documentation: paragraphs of the plan as Markdown.

mod errors;
mod list;
mod note;
mod operations;
mod phrase;
mod text;
mod types;

use proc_macro2::TokenStream;

use super::markdown;
use super::overview::tables;
use crate::plan::docs::{Doc, Paragraph};

pub(super) use note::words;
pub(super) use operations::request_line;
pub(super) use text::Text;

/// The attributes that document the item that follows.
pub(super) fn outer(doc: &Doc<'_>) -> TokenStream {
    text(doc).outer()
}

/// The Markdown of a documentation.
pub(super) fn text(doc: &Doc<'_>) -> Text {
    doc.0
        .iter()
        .fold(Text::default(), |text, paragraph| match paragraph {
            Paragraph::Note(note) => text.paragraph(&markdown::inline(&words(note))),
            Paragraph::Line(line) => text.paragraph(&markdown::inline(line)),
            Paragraph::Markdown(block) => text.paragraph(&markdown::block(block)),
            Paragraph::Link(link) => {
                let label = link.description.as_deref().unwrap_or("Read more");
                text.paragraph(&markdown::link(label, &link.url))
            }
            Paragraph::Phrase(phrase) => {
                let paragraphs = phrase::paragraphs(phrase);
                paragraphs.iter().fold(text, |text, it| text.paragraph(it))
            }
            Paragraph::Operations(rows) => text.paragraph(&tables::of_group(rows)),
            Paragraph::Example(example) => text.paragraph("# Examples").example(example),
        })
}
