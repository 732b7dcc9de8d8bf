//! Documentation as data: paragraphs, which `emit` puts into words.

mod phrase;

pub use phrase::{
    ItemPhrase, MemberPhrase, MethodLink, MethodPhrase, Phrase, ServerPhrase, TypePhrase,
};

use super::example::Example;
use super::operations::OperationRow;
use crate::ir::{Docs, ExternalDocs, Note};

/// The documentation of one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doc<'a>(pub Vec<Paragraph<'a>>);

/// A part of the documentation of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Paragraph<'a> {
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
    /// The operations of the handle.
    Operations(Vec<OperationRow<'a>>),
    /// Code that is compiled as a test.
    Example(Box<Example<'a>>),
}

impl<'a> Doc<'a> {
    /// The documentation of a thing, or other words if the document has none.
    pub(super) fn of(docs: &'a Docs, otherwise: impl Into<Phrase<'a>>) -> Self {
        let texts = Self::texts(docs);
        let doc = if texts.0.is_empty() {
            Self::phrase(otherwise)
        } else {
            texts
        };
        doc.more(docs)
    }

    /// The documentation of a thing, if the document has any.
    pub(super) fn said(docs: &'a Docs) -> Self {
        Self::texts(docs).more(docs)
    }

    /// The summary and the description, unless they are the same or blank.
    fn texts(docs: &'a Docs) -> Self {
        let is_said = |text: &&String| !text.trim().is_empty();
        let summary = docs.summary.as_ref().filter(is_said);
        let description = docs.description.as_ref().filter(is_said);
        let description = description.filter(|_| docs.description != docs.summary);
        let summary = summary.map(|text| Paragraph::Line(text));
        let description = description.map(|text| Paragraph::Markdown(text));
        Self(summary.into_iter().chain(description).collect())
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

    pub(super) fn operations(mut self, rows: Vec<OperationRow<'a>>) -> Self {
        self.0.push(Paragraph::Operations(rows));
        self
    }

    pub(super) fn example(mut self, example: Option<Example<'a>>) -> Self {
        self.0
            .extend(example.map(|example| Paragraph::Example(Box::new(example))));
        self
    }
}
