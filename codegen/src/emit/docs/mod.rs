//! Documentation: paragraphs of the plan as Markdown.

mod errors;
mod list;
mod note;
mod operations;
mod phrase;
mod types;

use proc_macro2::TokenStream;
use quote::quote;

use super::{condition, example, markdown};
use crate::ir::Docs;
use crate::output;
use crate::plan::Condition;
use crate::plan::docs::{Doc, Paragraph, Phrase};
use crate::plan::example::Example;

pub(super) use operations::request_line;

/// Markdown, line by line.
#[derive(Clone, Debug, Default)]
pub(super) struct Text(Vec<Line>);

/// A line of Markdown.
#[derive(Clone, Debug)]
enum Line {
    /// A line that is always there.
    Always(String),
    /// A line that links to items that need features (the predicate), and the line without the links.
    If(TokenStream, String, String),
}

/// The attributes that document the item that follows.
pub(super) fn outer(doc: &Doc<'_>) -> TokenStream {
    text(doc).outer()
}

/// The Markdown of a documentation.
pub(super) fn text(doc: &Doc<'_>) -> Text {
    doc.0
        .iter()
        .fold(Text::default(), |text, paragraph| match paragraph {
            Paragraph::Said(docs, otherwise) => text.said(docs, otherwise.as_ref()),
            Paragraph::Note(note) => text.paragraph(&markdown::inline(&note::words(note))),
            Paragraph::Line(line) => text.paragraph(&markdown::inline(line)),
            Paragraph::Markdown(block) => text.paragraph(&markdown::block(block)),
            Paragraph::Link(link) => {
                let label = link.description.as_deref().unwrap_or("Read more");
                text.paragraph(&markdown::link(label, &link.url))
            }
            Paragraph::Phrase(phrase) => text.phrase(phrase),
            Paragraph::Example(example) => text.paragraph("# Examples").example(example),
        })
}

impl Text {
    fn said(mut self, docs: &Docs, otherwise: Option<&Phrase<'_>>) -> Self {
        if let Some(summary) = &docs.summary {
            self = self.paragraph(&markdown::inline(summary));
        }
        if let Some(description) = docs
            .description
            .as_ref()
            .filter(|_| docs.description != docs.summary)
        {
            self = self.paragraph(&markdown::block(description));
        }
        match otherwise {
            Some(otherwise) if self.0.is_empty() => self.phrase(otherwise),
            _ => self,
        }
    }

    fn phrase(self, phrase: &Phrase<'_>) -> Self {
        let paragraphs = phrase::paragraphs(phrase);
        paragraphs.iter().fold(self, |text, it| text.paragraph(it))
    }

    /// Adds a paragraph, unless it is empty.
    pub(super) fn paragraph(mut self, text: &str) -> Self {
        if text.is_empty() {
            return self;
        }
        if !self.0.is_empty() {
            self.0.push(Line::Always(String::new()));
        }
        self.always(text.lines());
        self
    }

    /// Adds a code block that is compiled as a test and not run.
    pub(super) fn example(mut self, example: &Example<'_>) -> Self {
        let hidden = example::hidden(&example.library, &example.frame);
        self = self.paragraph("```no_run");
        self.always(hidden.before.iter().map(|line| format!("# {line}")));
        self.always([output::code(&example::code(example))]);
        self.always(hidden.after.iter().map(|line| format!("# {line}")));
        self.always(["```"]);
        self
    }

    /// Adds a line with links to items that need features; without the features, it is the other line.
    pub(super) fn linked(
        mut self,
        condition: &Condition<'_>,
        with: String,
        without: String,
    ) -> Self {
        self.0.push(match condition::predicate(condition) {
            None => Line::Always(with),
            Some(predicate) => Line::If(predicate, with, without),
        });
        self
    }

    fn always(&mut self, lines: impl IntoIterator<Item: Into<String>>) {
        let lines = lines.into_iter().map(Into::into);
        self.0.extend(lines.map(Line::Always));
    }

    /// The attributes that document the item that follows.
    pub(super) fn outer(&self) -> TokenStream {
        let attributes = self.attributes();
        quote!(#(#[#attributes])*)
    }

    /// The attributes that document the item around them.
    pub(super) fn inner(&self) -> TokenStream {
        let attributes = self.attributes();
        quote!(#(#![#attributes])*)
    }

    fn attributes(&self) -> impl Iterator<Item = TokenStream> {
        self.0.iter().flat_map(|line| match line {
            Line::Always(line) => {
                let line = spaced(line);
                vec![quote!(doc = #line)]
            }
            Line::If(predicate, with, without) => {
                let [with, without] = [with, without].map(|line| spaced(line));
                vec![
                    quote!(cfg_attr(#predicate, doc = #with)),
                    quote!(cfg_attr(not(#predicate), doc = #without)),
                ]
            }
        })
    }
}

/// A line with the space that separates it from the marker of a comment.
fn spaced(line: &str) -> String {
    match line.trim_end() {
        "" => String::new(),
        // A sentinel: no line of the document has a control character.
        _ if line.starts_with(char::is_control) => line.to_owned(),
        // Two spaces at the end are a line break in Markdown.
        text if line.ends_with("  ") => format!(" {text}  "),
        text => format!(" {text}"),
    }
}
