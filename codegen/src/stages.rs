//! The stages from text to the plan of a crate, for everyone who needs more than the files.

use std::collections::BTreeSet;

use crate::analyze::Facts;
use crate::diagnostic::{Pointer, Sink};
use crate::input::Input;
use crate::ir::Api;
use crate::name::Names;
use crate::options::Options;
use crate::plan::{Crate, Model, Skipped};
use crate::{analyze, load, lower, name, plan, resolve, specialize};

/// The results of the stages up to the names.
#[derive(Clone, Debug)]
pub struct Stages {
    /// The API as clients see it.
    pub api: Api,
    /// The facts that follow from it.
    pub facts: Facts,
    /// The names in Rust.
    pub names: Names,
    /// The settings, with a value for each that the document decides.
    pub options: Options,
    /// The operations that the API lacks because of flaws of the document.
    pub skipped: Vec<Skipped>,
}

impl Stages {
    /// Runs the stages on a document. `None` if the document cannot be lowered; other errors
    /// are in `sink` only.
    #[must_use]
    pub fn run<'a>(
        input: impl Into<Input<'a>>,
        options: &Options,
        sink: &mut Sink,
    ) -> Option<Self> {
        Self::without(&input.into(), options, &BTreeSet::new(), sink)
    }

    /// The same without parts of the document.
    pub(crate) fn without(
        input: &Input<'_>,
        options: &Options,
        parts: &BTreeSet<Pointer>,
        sink: &mut Sink,
    ) -> Option<Self> {
        let api = lowered_without(input, options, parts, sink)?;
        Some(Self::of(api, options, sink))
    }

    /// Runs the stages that follow `lower`.
    #[must_use]
    pub fn of(api: Api, options: &Options, sink: &mut Sink) -> Self {
        let api = specialize::specialize(api, &options.versions, sink);
        let facts = analyze::analyze(&api, sink);
        let names = name::name(&api, &facts, sink);
        let options = options.completed(&api);
        let stages = Self {
            api,
            facts,
            names,
            options,
            skipped: Vec::new(),
        };
        plan::check(&stages.model(), sink);
        stages
    }

    /// The input of [`plan::plan`].
    #[must_use]
    pub fn model(&self) -> Model<'_> {
        Model {
            api: &self.api,
            facts: &self.facts,
            names: &self.names,
            options: &self.options,
            skipped: &self.skipped,
        }
    }

    /// The plan of the crate.
    #[must_use]
    pub fn plan(&self) -> Crate<'_> {
        plan::plan(&self.model())
    }
}

/// Loads, resolves and lowers a document. `None` if it cannot be read, or if it refers to objects in other files.
#[must_use]
pub fn lowered<'a>(input: impl Into<Input<'a>>, options: &Options, sink: &mut Sink) -> Option<Api> {
    lowered_without(&input.into(), options, &BTreeSet::new(), sink)
}

fn lowered_without(
    input: &Input<'_>,
    options: &Options,
    parts: &BTreeSet<Pointer>,
    sink: &mut Sink,
) -> Option<Api> {
    // The document is large, and later stages do not need it.
    let document = load::load_without(input, options, parts, sink)?;
    let resolved = resolve::resolve(&document, sink);
    resolved.is_whole.then(|| lower::lower(&resolved, sink))
}
