use std::mem;

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{condition, example};
use crate::output;
use crate::plan::Cfg;
use crate::plan::example::{Example, Frame, Parameter};

/// Markdown, line by line.
#[derive(Clone, Debug, Default)]
pub(in crate::emit) struct Text(Vec<Line>);

/// A line of Markdown.
#[derive(Clone, Debug)]
enum Line {
    /// A line that is always there.
    Always(String),
    /// A line without the features of a predicate.
    Unless(TokenStream, String),
    /// A line that links to items that need features (the predicate), and the line without the links.
    If(TokenStream, String, String),
}

impl Text {
    /// Adds a paragraph, unless it is empty.
    pub(in crate::emit) fn paragraph(mut self, text: &str) -> Self {
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
    pub(in crate::emit) fn example(self, example: &Example<'_>) -> Self {
        let code = output::code(&example::code(example));
        match example.frame.parameter {
            Parameter::Program => self.program(&example.frame, code),
            Parameter::None | Parameter::Client | Parameter::Call(_) => {
                let hidden = example::hidden(&example.library, &example.frame);
                let mut text = self.paragraph("```no_run");
                text.always(hidden.before.iter().map(|line| format!("# {line}")));
                text.always([code]);
                text.always(hidden.after.iter().map(|line| format!("# {line}")));
                text.always(["```"]);
                text
            }
        }
    }

    /// Adds a program. Its imports and its function exist with the features only, and without them it is no test.
    fn program(mut self, frame: &Frame<'_>, code: String) -> Self {
        self.always([""]);
        self.0.push(match condition::every(&frame.features) {
            None => Line::Always("```no_run".to_owned()),
            Some(predicate) => Line::If(predicate, "```no_run".to_owned(), "```text".to_owned()),
        });
        self.always([code, "```".to_owned()]);
        self
    }

    /// Adds a line with links to items that need features; without the features, it is the other line.
    pub(in crate::emit) fn linked(mut self, cfg: &Cfg<'_>, with: String, without: String) -> Self {
        self.0.push(match condition::all(cfg) {
            None => Line::Always(with),
            Some(predicate) => Line::If(predicate, with, without),
        });
        self
    }

    /// Adds definitions of links without the features of a predicate, which have the items.
    pub(in crate::emit) fn definitions(
        mut self,
        predicate: &TokenStream,
        lines: &[String],
    ) -> Self {
        if !lines.is_empty() {
            let lines = std::iter::once("").chain(lines.iter().map(String::as_str));
            let lines = lines.map(|line| Line::Unless(predicate.clone(), line.to_owned()));
            self.0.extend(lines);
        }
        self
    }

    fn always(&mut self, lines: impl IntoIterator<Item: Into<String>>) {
        let lines = lines.into_iter().map(Into::into);
        self.0.extend(lines.map(Line::Always));
    }

    /// The attributes that document the item that follows.
    pub(in crate::emit) fn outer(&self) -> TokenStream {
        let attributes = self.attributes();
        quote!(#(#[#attributes])*)
    }

    /// The attributes that document the item around them.
    pub(in crate::emit) fn inner(&self) -> TokenStream {
        let attributes = self.attributes();
        quote!(#(#![#attributes])*)
    }

    /// Consecutive lines share an attribute.
    fn attributes(&self) -> Vec<TokenStream> {
        let mut attributes = Vec::new();
        let mut shared = String::new();
        for (index, line) in self.0.iter().enumerate() {
            match line {
                Line::Always(line) => {
                    shared.push_str(&spaced(line));
                    match self.0.get(index + 1) {
                        Some(Line::Always(_)) => shared.push(output::NEXT),
                        Some(Line::If(..) | Line::Unless(..)) | None => {
                            let lines = mem::take(&mut shared);
                            attributes.push(quote!(doc = #lines));
                        }
                    }
                }
                Line::Unless(predicate, line) => {
                    let line = spaced(line);
                    attributes.push(quote!(cfg_attr(not(#predicate), doc = #line)));
                }
                Line::If(predicate, with, without) => {
                    let [with, without] = [with, without].map(|line| spaced(line));
                    attributes.push(quote!(cfg_attr(#predicate, doc = #with)));
                    attributes.push(quote!(cfg_attr(not(#predicate), doc = #without)));
                }
            }
        }
        attributes
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
