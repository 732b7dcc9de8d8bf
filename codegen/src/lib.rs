//! Reads an OpenAPI 3.0 or 3.1 document and renders a Rust client crate: text in, file tree out.

pub mod analyze;
pub mod bindings;
pub mod diagnostic;
pub mod emit;
mod flaws;
mod input;
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
pub mod verdict;

pub use flaws::Flaws;
pub use input::Input;
pub use options::Options;
pub use output::{FileTree, MARKER};
pub use stages::{Stages, lowered};

use diagnostic::{Code, Diagnostic, Pointer, Sink};

/// The result of a run: the files, unless the document has an error, and all findings.
#[derive(Clone, Debug, Default)]
pub struct Generated {
    /// The client crate; nothing when a diagnostic is an error.
    pub tree: Option<FileTree>,
    /// All findings of the run, in the order of the stages.
    pub diagnostics: Vec<Diagnostic>,
    /// The size of the crate.
    pub summary: Summary,
    /// The operations that cannot be right, if it is possible to omit them. [`skip_flawed`](options::DocumentOptions)
    /// decides whether that is done.
    pub flaws: Option<Flaws>,
}

/// The size of a client crate, and what it contains by inference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many operations it has.
    pub operations: usize,
    /// How many types it has.
    pub types: usize,
    /// The ids of operations whose pages are inferred from names and types.
    pub inferred_pages: Vec<String>,
    /// The ids of operations that start work by inference, each with that of the operation that polls, or with
    /// the header of the URL to poll.
    pub inferred_waits: Vec<(String, String)>,
    /// The ids of operations whose flag for a sequence of values is inferred from its name and type.
    pub inferred_streams: Vec<String>,
    /// Where requests of the server have the name of their event, if that is inferred.
    pub inferred_webhooks: Option<String>,
}

/// Runs the whole pipeline on a document.
#[must_use]
pub fn generate<'a>(input: impl Into<Input<'a>>, options: &Options) -> Generated {
    let input = input.into();
    let mut generated = Generated::default();
    let mut sink = Sink::default();
    if let Some(stages) = checked(&input, options, &mut sink, &mut generated.flaws) {
        let plan = stages.plan();
        generated.summary = Summary {
            operations: stages.api.operations.len(),
            types: plan.types().count(),
            inferred_pages: plan.inferred_pages().map(str::to_owned).collect(),
            inferred_waits: plan
                .inferred_waits()
                .map(|(start, poll)| (start.to_owned(), poll.to_owned()))
                .collect(),
            inferred_webhooks: plan.inferred_webhooks(),
            inferred_streams: plan.inferred_streams().map(str::to_owned).collect(),
        };
        let mut tree = render::render(emit::emit(&plan));
        if options.bindings.unwrap_or(true) {
            let text = bindings::bindings(&plan, &tree, sink.moves());
            tree.insert(bindings::PATH.to_owned(), text);
        }
        generated.tree = Some(tree);
    }
    generated.diagnostics = sink.into_vec();
    generated
}

/// The text form of an intermediate result, with the findings of a run; it has no files.
#[must_use]
pub fn print<'a>(
    input: impl Into<Input<'a>>,
    options: &Options,
    form: Form,
) -> (Option<String>, Generated) {
    let input = input.into();
    let mut generated = Generated::default();
    let mut sink = Sink::default();
    let stages = checked(&input, options, &mut sink, &mut generated.flaws);
    let text = stages.map(|stages| match form {
        Form::Ir => stages.api.to_string(),
        Form::Plan => stages.plan().to_string(),
    });
    generated.diagnostics = sink.into_vec();
    (text, generated)
}

/// The public items of the client of a document, with their behaviour on the wire; `None` after an error.
#[must_use]
pub fn surface<'a>(
    input: impl Into<Input<'a>>,
    options: &Options,
) -> (Option<verdict::Surface>, Vec<Diagnostic>) {
    let mut sink = Sink::default();
    let stages = checked(&input.into(), options, &mut sink, &mut None);
    let surface = stages.map(|stages| verdict::Surface::of(&stages.plan(), sink.moves()));
    (surface, sink.into_vec())
}

/// The intermediate results that have a text form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The API as clients see it: [`ir::Api`].
    Ir,
    /// The plan of the crate: [`plan::Crate`].
    Plan,
}

/// The stages of a document without errors, or of what remains without them.
fn checked(
    input: &Input<'_>,
    options: &Options,
    sink: &mut Sink,
    flaws: &mut Option<Flaws>,
) -> Option<Stages> {
    check(options, sink);
    let stages = Stages::run(input.clone(), options, sink);
    if !sink.has_errors() {
        return stages;
    }
    let remainder = flaws::remainder(input, options, sink)?;
    // An error that concerns no operation is no reason to generate nothing.
    let is_generated = options.document.skip_flawed || remainder.flaws.operations.is_empty();
    *flaws = Some(remainder.flaws);
    is_generated.then(|| {
        *sink = remainder.sink;
        remainder.stages
    })
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
