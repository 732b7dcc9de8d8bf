//! Features and examples in the manifest of the crate.

use super::example::Example;
use super::model::Model;
use super::program::Program;

/// The feature of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFeature<'a> {
    /// Its name.
    pub feature: &'a str,
    /// The accessor of the tag on the client.
    pub accessor: &'a str,
}

/// An example that needs features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// The example of a test, which Cargo runs as one.
    Test(Vec<&'a str>),
    /// A program of this name.
    Program(&'a str, Vec<&'a str>),
}

pub(super) fn features<'a>(model: &Model<'a>) -> Vec<GroupFeature<'a>> {
    let names = model.names.tags.iter();
    let features = names.filter_map(|names| {
        Some(GroupFeature {
            feature: names.feature.as_deref()?,
            accessor: &names.module,
        })
    });
    features.collect()
}

pub(super) fn targets<'a>(
    testing: Option<&Example<'a>>,
    programs: &[Program<'a>],
) -> Vec<Target<'a>> {
    let test = testing.map(|example| Target::Test(example.frame.features.clone()));
    let programs = programs.iter().filter_map(|program| {
        let features = program.condition.0.clone();
        (!features.is_empty()).then_some(Target::Program(program.name, features))
    });
    test.into_iter().chain(programs).collect()
}
