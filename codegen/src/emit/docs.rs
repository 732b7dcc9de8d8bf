use proc_macro2::TokenStream;
use quote::quote;

use super::markdown;
use crate::ir::Docs;

/// Statements for a reader, within lines that make them compile and that rustdoc hides.
pub(super) struct Example {
    pub(super) before: Vec<String>,
    pub(super) code: TokenStream,
    pub(super) after: Vec<String>,
}

/// The documentation of one item, line by line.
///
#[derive(Clone, Debug, Default)]
pub(super) struct Doc(Vec<String>);

impl Doc {
    /// What the document says about a thing, or `fallback` where it says nothing.
    pub(super) fn of(docs: &Docs, fallback: &str) -> Self {
        let mut doc = Self::default();
        if let Some(summary) = &docs.summary {
            doc = doc.paragraph(&markdown::inline(summary));
        }
        if docs.description != docs.summary {
            doc = doc.markdown(docs.description.as_deref());
        }
        if doc.is_empty() {
            doc = doc.paragraph(fallback);
        }
        doc.more(docs)
    }

    /// The notes and links of a thing, for an item that introduces itself otherwise.
    pub(super) fn more(mut self, docs: &Docs) -> Self {
        for note in &docs.notes {
            self = self.paragraph(&markdown::inline(note));
        }
        match &docs.external {
            Some(link) => {
                let text = link.description.as_deref().unwrap_or("Read more");
                self.paragraph(&markdown::link(text, &link.url))
            }
            None => self,
        }
    }

    /// Adds a paragraph of our own words.
    pub(super) fn paragraph(mut self, text: &str) -> Self {
        if text.is_empty() {
            return self;
        }
        if !self.is_empty() {
            self.0.push(String::new());
        }
        self.0.extend(text.lines().map(str::to_owned));
        self
    }

    /// Adds Markdown of the document.
    pub(super) fn markdown(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.paragraph(&markdown::block(text)),
            None => self,
        }
    }

    /// Adds a code block that is compiled as a test and not run.
    pub(super) fn example(mut self, example: &Example) -> Self {
        self = self.paragraph("```no_run");
        self.0
            .extend(example.before.iter().map(|line| format!("# {line}")));
        self.0.push(crate::render::code(&example.code));
        self.0
            .extend(example.after.iter().map(|line| format!("# {line}")));
        self.0.push("```".to_owned());
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Documents the item that follows.
    pub(super) fn outer(&self) -> TokenStream {
        let lines = self.lines();
        quote!(#(#[doc = #lines])*)
    }

    /// Documents the item that it stands in.
    pub(super) fn inner(&self) -> TokenStream {
        let lines = self.lines();
        quote!(#(#![doc = #lines])*)
    }

    fn lines(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|line| match line.trim_end() {
            "" => String::new(),
            // A sentinel of ours: no line of the document has a control character.
            _ if line.starts_with(char::is_control) => line.clone(),
            // Two spaces at the end are a line break in Markdown.
            text if line.ends_with("  ") => format!(" {text}  "),
            text => format!(" {text}"),
        })
    }
}

/// What the document says to use instead of a deprecated thing: the first sentence that says so.
pub(super) fn replacement(docs: &Docs) -> Option<String> {
    let text = markdown::inline(docs.description.as_deref()?);
    text.split_inclusive(". ")
        .find(|sentence| {
            [" instead", "replaced by", "Replaced by"]
                .iter()
                .any(|hint| sentence.contains(hint))
        })
        .map(|sentence| sentence.trim().trim_end_matches('.').to_owned())
}

/// An empty line before the statement or item that follows.
pub(super) fn blank() -> TokenStream {
    let blank = crate::render::BLANK;
    quote!(#[doc = #blank])
}

/// Puts an empty line between items that would stand back to back.
pub(super) fn spaced(items: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let blank = blank();
    let mut tokens = TokenStream::new();
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            tokens.extend(blank.clone());
        }
        tokens.extend(item);
    }
    tokens
}
