//! Texts of the document, which `emit` turns into words for a terminal.

use crate::ir::{Docs, Note};

/// Markdown of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prose<'a> {
    /// The Markdown.
    pub markdown: &'a str,
}

/// Facts that the type does not express, each of which becomes a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes<'a>(pub Vec<&'a Note>);

impl<'a> Prose<'a> {
    pub(super) fn whole(markdown: &'a str) -> Self {
        Self { markdown }
    }

    /// The description of a thing, or its summary.
    pub(super) fn description(docs: &'a Docs) -> Option<Self> {
        let text = docs.description.as_deref().or(docs.summary.as_deref());
        text.filter(|text| !text.trim().is_empty()).map(Self::whole)
    }
}

impl<'a> Notes<'a> {
    /// All notes, except those that have a place of their own.
    pub(super) fn of(docs: &'a Docs) -> Self {
        let notes = docs.notes.iter();
        let notes = notes.filter(|note| !matches!(note, Note::Version(_) | Note::Sunset(_)));
        Self(notes.collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
