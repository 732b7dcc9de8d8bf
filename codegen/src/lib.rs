//! Reads an OpenAPI 3.0 or 3.1 document and renders a Rust client crate: text in, file tree out.

pub mod analyze;
pub mod bindings;
pub mod diagnostic;
pub mod emit;
pub mod ir;
mod keyword;
pub mod load;
pub mod lower;
pub mod name;
pub mod options;
pub mod output;
pub mod parts;
pub mod pattern;
pub mod plan;
pub mod render;
pub mod resolve;
#[cfg(test)]
mod sample;
pub mod specialize;
mod stages;
mod symbol;

pub use options::Options;
pub use output::{FileTree, MARKER};
pub use stages::{Stages, lowered};

use diagnostic::{Code, Diagnostic, Pointer, Sink};

/// What a run gives: the files, unless the document has an error, and everything there is to say about it.
#[derive(Clone, Debug, Default)]
pub struct Generated {
    /// The client crate; nothing when a diagnostic is an error.
    pub tree: Option<FileTree>,
    /// All findings of the run, in the order of the stages.
    pub diagnostics: Vec<Diagnostic>,
    /// What the crate consists of.
    pub summary: Summary,
}

/// The size of a client crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many operations it has.
    pub operations: usize,
    /// How many types it has.
    pub types: usize,
}

/// Runs the whole pipeline on the text of a document (YAML or JSON).
#[must_use]
pub fn generate(document: &str, options: &Options) -> Generated {
    let mut sink = Sink::default();
    let output = run(document, options, &mut sink);
    let (tree, summary) = output.unzip();
    Generated {
        tree,
        diagnostics: sink.into_vec(),
        summary: summary.unwrap_or_default(),
    }
}

fn run(document: &str, options: &Options, sink: &mut Sink) -> Option<(FileTree, Summary)> {
    let stages = checked(document, options, sink)?;
    let plan = stages.plan();
    let summary = Summary {
        operations: stages.api.operations.len(),
        types: plan.types().count(),
    };
    let mut tree = render::render(emit::emit(&plan));
    if options.bindings.unwrap_or(true) {
        let text = bindings::bindings(&plan, &tree, sink.moves());
        tree.insert(bindings::PATH.to_owned(), text);
    }
    Some((tree, summary))
}

/// The text form of an intermediate result, and everything there is to say about the document.
#[must_use]
pub fn print(document: &str, options: &Options, form: Form) -> (Option<String>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let stages = checked(document, options, &mut sink);
    let text = stages.map(|stages| match form {
        Form::Ir => stages.api.to_string(),
        Form::Plan => stages.plan().to_string(),
    });
    (text, sink.into_vec())
}

/// The intermediate results that have a text form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The API as clients see it: [`ir::Api`].
    Ir,
    /// The plan of the crate: [`plan::Crate`].
    Plan,
}

/// The stages of a document without errors.
fn checked(document: &str, options: &Options, sink: &mut Sink) -> Option<Stages> {
    check(options, sink);
    let stages = Stages::run(document, options, sink)?;
    (!sink.has_errors()).then_some(stages)
}

/// Settings that were read are checked; those of a program may not be.
fn check(options: &Options, sink: &mut Sink) {
    let name = options.package.name.as_deref();
    if let Some(Err(reason)) = name.map(options::check_crate_name) {
        let place = Pointer::root();
        sink.report(
            Diagnostic::error(Code::Config, &place, reason)
                .help("choose another name for the crate"),
        );
    }
}
