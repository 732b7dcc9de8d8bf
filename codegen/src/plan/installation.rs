//! The lines of a manifest that the README shows, and the features to choose first.

use super::model::Model;
use super::package::Features;
use super::quick_start::QuickStart;
use crate::options::{DefaultFeatures, InstallOption};
use crate::parts::CLIENT;

/// The greatest number of groups that are compiled together without a word about it.
const GROUPS: usize = 10;

/// The lines of a manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installation<'a> {
    /// Where the crate is.
    pub source: Source<'a>,
    /// The features of the dependency.
    pub features: Enabled<'a>,
    /// Other dependencies of the first program.
    pub runtime: Runtime,
}

/// The asynchronous runtime of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// Tokio.
    Tokio,
    /// There is no program.
    Any,
}

/// Where users get the crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source<'a> {
    /// The package registry has this version.
    Registry(&'a str),
    /// A folder that is known.
    Path(&'a str),
    /// A folder beside that of the user, which has this name.
    Beside(&'a str),
    /// A git repository, and the key and value that select a commit.
    Git(&'a str, Option<(&'static str, &'a str)>),
}

/// The features of a dependency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Enabled<'a> {
    /// Those that are enabled by default.
    Default,
    /// Others as well.
    And(Vec<&'a str>),
    /// These only.
    Only(Vec<&'a str>),
}

/// The features to choose before the first build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// The number of operations.
    pub operations: usize,
    /// The number of features of groups.
    pub features: usize,
    /// Those that are enabled by default.
    pub default: &'a DefaultFeatures,
}

/// The features to choose, where the API is large.
pub(super) fn choice<'a>(model: &Model<'a>, features: &Features<'_>) -> Option<Choice<'a>> {
    is_large(features).then(|| Choice {
        operations: model.operations().count(),
        features: features.groups.len(),
        default: &model.options.features.default,
    })
}

fn is_large(features: &Features<'_>) -> bool {
    features.groups.len() > GROUPS
}

pub(super) fn plan<'a>(
    model: &Model<'a>,
    features: &Features<'a>,
    quick_start: Option<&QuickStart<'a>>,
) -> Installation<'a> {
    let needed = quick_start.map(|it| it.first_call.frame.features.as_slice());
    let needed = needed.unwrap_or_default().iter().copied();
    let needed: Vec<_> = needed.filter(|it| *it != CLIENT).collect();
    let is_missing = |name: &&str| !features.default.contains(name);
    let missing: Vec<_> = needed.iter().copied().filter(is_missing).collect();
    let enabled = if !missing.is_empty() {
        Enabled::And(missing)
    } else if is_large(features) && !needed.is_empty() {
        // Those that are not of groups stay enabled; TLS enables the client.
        let is_common = |name: &&str| features.common.iter().any(|it| it.name == *name);
        let common = features.default.iter().copied().filter(is_common);
        let common = common.filter(|it| *it != CLIENT);
        Enabled::Only(common.chain(needed).collect())
    } else {
        Enabled::Default
    };
    Installation {
        source: source(model),
        features: enabled,
        runtime: quick_start.map_or(Runtime::Any, |_| Runtime::Tokio),
    }
}

fn source<'a>(model: &Model<'a>) -> Source<'a> {
    let package = &model.options.package;
    match &package.install {
        None => Source::Beside(package.name.as_deref().unwrap_or_default()),
        Some(InstallOption::Registry) => Source::Registry(package.version()),
        Some(InstallOption::Path(path)) => Source::Path(path),
        Some(InstallOption::Git { url, commit }) => {
            let commit = commit.as_ref();
            Source::Git(url, commit.map(|(key, value)| (*key, value.as_str())))
        }
    }
}
