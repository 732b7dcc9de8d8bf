//! Features of the crate: those of every client, and one for each tag if there are several.

use super::markdown;
use crate::parts::Feature;
use crate::plan::{Features, GroupFeature};

/// The section of the manifest.
pub(super) fn manifest(features: &Features<'_>) -> String {
    let default = match features.default.as_slice() {
        [only] => format!("default = [{only:?}]\n"),
        several => {
            let lines = several.iter().map(|feature| format!("    {feature:?},\n"));
            format!("default = [\n{}]\n", lines.collect::<String>())
        }
    };
    let common = features.common.iter().copied().map(Feature::manifest);
    let common: String = common.collect();
    let groups = match features.groups.as_slice() {
        [] => String::new(),
        groups => {
            let lines = groups.iter().map(|it| format!("{} = []\n", it.feature));
            format!("{NOTE}{}", lines.collect::<String>())
        }
    };
    format!("[features]\n{default}{common}{groups}")
}

const NOTE: &str = "# One feature for each tag, with the types that only its operations use.\n";

/// The features with their meanings, then those of the groups.
pub(super) fn overview(features: &Features<'_>) -> String {
    let common = features.common.iter();
    let common: Vec<_> = common
        .map(|feature| format!("* `{}`: {}", feature.name, feature.meaning))
        .collect();
    let common = common.join("\n");
    match features.groups.as_slice() {
        [] => common,
        groups => {
            let rows: Vec<_> = groups.iter().map(group).collect();
            format!("{common}\n\n{GROUPS}\n\n{}", rows.join("\n"))
        }
    }
}

fn group(group: &GroupFeature<'_>) -> String {
    let accessor = markdown::code(&format!("{}()", group.accessor));
    format!("* `{}`: {accessor}", group.feature)
}

const GROUPS: &str = "\
Each tag is a feature, with the types that only its operations use. All of them are enabled by default; disable default
features to compile only what you need. If the compiler does not find a method of `Client`, enable its feature.";
