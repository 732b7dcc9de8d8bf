//! Documentation as data: paragraphs, which `emit` puts into words.

mod phrase;

pub use phrase::{
    ItemPhrase, MemberPhrase, MethodLink, MethodPhrase, Phrase, ServerPhrase, TypePhrase,
};

use super::example::Example;
use crate::ir::{Docs, ExternalDocs, Note};

/// The documentation of one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doc<'a>(pub Vec<Paragraph<'a>>);

/// A part of the documentation of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Paragraph<'a> {
    /// The summary and the description of the document, or other words, if there are any, if both are empty.
    Said(&'a Docs, Option<Phrase<'a>>),
    /// A fact that the type does not express.
    Note(&'a Note),
    /// Markdown of the document on one line.
    Line(&'a str),
    /// Markdown of the document.
    Markdown(&'a str),
    /// A link of the document.
    Link(&'a ExternalDocs),
    /// Words of our own.
    Phrase(Phrase<'a>),
    /// Code that is compiled as a test.
    Example(Box<Example<'a>>),
}

impl<'a> Doc<'a> {
    /// The documentation of a thing, or other words if the document has none.
    pub(super) fn of(docs: &'a Docs, otherwise: impl Into<Phrase<'a>>) -> Self {
        Self(vec![Paragraph::Said(docs, Some(otherwise.into()))]).more(docs)
    }

    /// The documentation of a thing, if the document has any.
    pub(super) fn said(docs: &'a Docs) -> Self {
        Self(vec![Paragraph::Said(docs, None)]).more(docs)
    }

    pub(super) fn phrase(phrase: impl Into<Phrase<'a>>) -> Self {
        Self::default().with(phrase)
    }

    /// The notes and links of a thing, for an item that is introduced by other words.
    pub(super) fn more(mut self, docs: &'a Docs) -> Self {
        self.0.extend(docs.notes.iter().map(Paragraph::Note));
        self.0.extend(docs.external.as_ref().map(Paragraph::Link));
        self
    }

    pub(super) fn with(mut self, phrase: impl Into<Phrase<'a>>) -> Self {
        self.0.push(Paragraph::Phrase(phrase.into()));
        self
    }

    pub(super) fn with_all(mut self, phrases: impl IntoIterator<Item: Into<Phrase<'a>>>) -> Self {
        self.0.extend(
            phrases
                .into_iter()
                .map(|phrase| Paragraph::Phrase(phrase.into())),
        );
        self
    }

    pub(super) fn line(mut self, text: &'a str) -> Self {
        self.0.push(Paragraph::Line(text));
        self
    }

    pub(super) fn markdown(mut self, text: Option<&'a str>) -> Self {
        self.0.extend(text.map(Paragraph::Markdown));
        self
    }

    pub(super) fn link(mut self, link: Option<&'a ExternalDocs>) -> Self {
        self.0.extend(link.map(Paragraph::Link));
        self
    }

    pub(super) fn example(mut self, example: Option<Example<'a>>) -> Self {
        self.0
            .extend(example.map(|example| Paragraph::Example(Box::new(example))));
        self
    }
}
