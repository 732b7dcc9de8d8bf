//! Features of the crate: those of every client, and one for each tag if there are several.

use super::markdown;
use crate::parts::{FEATURES, Feature};
use crate::plan::Crate;

/// The features of the parts that the crate has.
fn common<'a>(plan: &'a Crate<'_>) -> impl Iterator<Item = &'static Feature> + 'a {
    FEATURES.iter().filter(|feature| {
        let mut parts = plan.parts.iter();
        feature.is_core || parts.any(|(part, _)| part.feature == Some(feature.name))
    })
}

/// The section of the manifest.
pub(super) fn manifest(plan: &Crate<'_>) -> String {
    let default = common(plan).filter(|feature| feature.is_default);
    let default = default.map(|feature| feature.name);
    let groups = plan.features.iter().map(|it| it.feature);
    let all: Vec<_> = default.chain(groups.clone()).collect();
    let default = match all.as_slice() {
        [only] => format!("default = [{only:?}]\n"),
        several => {
            let lines = several.iter().map(|feature| format!("    {feature:?},\n"));
            format!("default = [\n{}]\n", lines.collect::<String>())
        }
    };
    let common: String = common(plan).map(Feature::manifest).collect();
    let lines: Vec<_> = groups.map(|feature| format!("{feature} = []\n")).collect();
    let lines = lines.concat();
    let note = if lines.is_empty() { "" } else { NOTE };
    format!("[features]\n{default}{common}{note}{lines}")
}

const NOTE: &str = "# One feature for each tag, with the types that only its operations use.\n";

/// The features with their meanings, then those of the groups.
pub(super) fn overview(plan: &Crate<'_>) -> String {
    let common = common(plan);
    let mut rows: Vec<_> = common
        .map(|feature| format!("* `{}`: {}", feature.name, feature.meaning))
        .collect();
    let groups = plan.features.iter().map(|it| {
        let accessor = markdown::code(&format!("{}()", it.accessor));
        format!("* `{}`: {accessor}", it.feature)
    });
    let groups: Vec<_> = groups.collect();
    if !groups.is_empty() {
        rows.push(format!("\n{GROUPS}\n"));
        rows.extend(groups);
    }
    rows.join("\n")
}

const GROUPS: &str = "\
Each tag is a feature, with the types that only its operations use. All of them are enabled by default; disable default
features to compile only what you need. If the compiler does not find a method of `Client`, enable its feature.";
