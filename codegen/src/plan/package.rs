//! Features, dependencies, examples and programs in the manifest of the crate.

use indexmap::IndexMap;

use super::client::Client;
use super::command_line::CommandLine;
use super::condition::Condition;
use super::example::Example;
use super::model::Model;
use super::parts::{Selection, Shared};
use super::program::Program;
use super::waiting;
use crate::analyze::Features as TagFeatures;
use crate::diagnostic::{Code, Diagnostic, Location, Pointer, Sink, did_you_mean};
use crate::options::DefaultFeatures;
use crate::parts::{CLI, CLIENT, CRATES, Dependency, FEATURES, Feature};

/// A dependency of the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The crate.
    pub dependency: &'static Dependency,
    /// Who needs it.
    pub by: NeededBy,
}

/// Who needs a dependency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeededBy {
    /// Types: it is never optional. Otherwise its own feature: the requirement itself says that it is optional.
    All,
    /// The client only.
    Client,
}

/// The features of the crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Features<'a> {
    /// Those that are enabled by default.
    pub default: Vec<&'a str>,
    /// Those of the runtime.
    pub common: Vec<&'static Feature>,
    /// The crates that the feature `client` enables; `None` if the crate has no client.
    pub client_crates: Option<Vec<&'static str>>,
    /// Those of tags, in the order of their first tags.
    pub groups: Vec<GroupFeature<'a>>,
    /// The private features that these enable, for parts that many tags share.
    pub shared: Vec<Shared<'a>>,
    /// Which tags have one of these.
    pub grouping: Grouping,
    /// Those of tags that are enabled by default.
    pub choice: &'a DefaultFeatures,
}

/// The tags that have a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// One tag.
    Tag,
    /// All tags whose names begin alike.
    Beginning,
}

/// The feature of one or more tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFeature<'a> {
    /// Its name.
    pub feature: &'a str,
    /// The accessors of its tags on the client.
    pub accessors: Vec<&'a str>,
    /// The features with the operations by which its operations wait.
    pub enables: Vec<&'a str>,
    /// The private features for parts that it shares with many tags.
    pub shared: Vec<&'static str>,
}

/// An example that needs features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// The example of a test, which Cargo runs as one.
    Test(Vec<&'a str>),
    /// A program of this name.
    Program(&'a str, Vec<&'a str>),
    /// The command line.
    Binary(String, Vec<&'a str>),
}

impl<'a> Features<'a> {
    /// The features of a condition, with private features replaced by those of their tags.
    pub(crate) fn of<'c>(&'c self, condition: &'c Condition<'a>) -> impl Iterator<Item = &'a str> {
        let shared = |name: &str| self.shared.iter().find(|it| it.feature == name);
        let names = condition.0.iter();
        names.flat_map(move |name| match shared(name) {
            Some(shared) => shared.tags.iter().copied().collect(),
            None => vec![*name],
        })
    }
}

/// The features of every client, those of its parts, and those of its tags.
pub(super) fn features<'a>(
    model: &Model<'a>,
    client: Client,
    parts: &Selection<'a>,
    dependencies: &[Needed],
) -> Features<'a> {
    let has_part = |feature: &Feature| {
        let mut parts = parts.iter();
        parts.any(|(part, _)| part.feature == Some(feature.name))
    };
    let is_core = |it: &Feature| client.some(it.is_core).unwrap_or_default();
    let common = FEATURES.iter().filter(|it| is_core(it) || has_part(it));
    let common: Vec<_> = common.collect();
    let groups = groups(model, &parts.shared);
    let of_client = dependencies.iter();
    let of_client = of_client.filter(|it| it.by == NeededBy::Client);
    let default = common.iter().filter(|feature| feature.is_default);
    let default = default.map(|feature| feature.name);
    let choice = &model.options.features.default;
    let chosen = groups.iter().map(|it| it.feature);
    let chosen = chosen.filter(|it| choice.has(it));
    Features {
        default: default.chain(chosen).collect(),
        common,
        client_crates: client.some(of_client.map(|it| it.dependency.name).collect()),
        groups,
        shared: parts.shared.clone(),
        grouping: match &model.facts.features {
            TagFeatures::OfTags => Grouping::Tag,
            TagFeatures::Shared { .. } => Grouping::Beginning,
        },
        choice,
    }
}

/// Reports features in the settings that the crate does not have.
pub(super) fn check(model: &Model<'_>, sink: &mut Sink) {
    let DefaultFeatures::Only(named) = &model.options.features.default else {
        return;
    };
    let groups = groups(model, &[]);
    let is_unknown = |name: &&String| groups.iter().all(|it| it.feature != name.as_str());
    for name in named.iter().filter(is_unknown) {
        let at = Location::Key(Pointer::root().key("paths"));
        let message = format!("`[features]` names `{name}`, which is not the feature of a tag");
        let help = did_you_mean(name, groups.iter().map(|it| it.feature));
        sink.report(Diagnostic::error(Code::Config, at, message).help(help));
    }
}

fn groups<'a>(model: &Model<'a>, shared: &[Shared<'_>]) -> Vec<GroupFeature<'a>> {
    let mut accessors = IndexMap::<_, Vec<&str>>::new();
    for names in &model.names.tags {
        if let Some(feature) = names.feature.as_deref() {
            accessors.entry(feature).or_default().push(&names.module);
        }
    }
    let waits = waiting::features(model);
    let features = accessors.into_iter();
    let features = features.map(|(feature, accessors)| {
        let enables = waits.iter().filter(|(from, _)| *from == feature);
        let of_shared = shared.iter().filter(|it| it.tags.contains(feature));
        GroupFeature {
            feature,
            accessors,
            enables: enables.map(|(_, to)| *to).collect(),
            shared: of_shared.map(|it| it.feature).collect(),
        }
    });
    features.collect()
}

/// The crates that the parts of the runtime name.
pub(super) fn dependencies(parts: &Selection<'_>) -> Vec<Needed> {
    let is_used = |it: &&Dependency| {
        let mut parts = parts.iter();
        parts.any(|(part, _)| part.names_crate(it.name))
    };
    let used = CRATES.iter().filter(is_used);
    let needed = used.map(|dependency| Needed {
        dependency,
        by: if dependency.is_optional() || parts.needs_alone(dependency.name) {
            NeededBy::All
        } else {
            NeededBy::Client
        },
    });
    needed.collect()
}

pub(super) fn targets<'a>(
    testing: Option<&Example<'a>>,
    programs: &[Program<'a>],
    command_line: Option<&CommandLine<'_>>,
) -> Vec<Target<'a>> {
    let test = testing.map(|example| Target::Test(example.frame.features.clone()));
    let programs = programs.iter().map(|program| {
        let features = program.condition.0.clone();
        let features = std::iter::once(CLIENT).chain(features);
        Target::Program(program.name, features.collect())
    });
    let binary = command_line.map(|it| Target::Binary(it.name.clone(), vec![CLI]));
    test.into_iter().chain(programs).chain(binary).collect()
}
