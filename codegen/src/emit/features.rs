//! Features of the crate: those of every client, and one for each tag if there are several.

use super::{markdown, runtime};
use crate::plan::GroupFeature;

/// The section of the manifest.
pub(super) fn manifest(features: &[GroupFeature<'_>]) -> String {
    let section = runtime::section("features");
    let groups: Vec<_> = features.iter().map(|it| it.feature).collect();
    if groups.is_empty() {
        return section;
    }
    let all = ["rustls"].into_iter().chain(groups.iter().copied());
    let all: Vec<_> = all.map(|feature| format!("    {feature:?},")).collect();
    let default = format!("default = [\n{}\n]", all.join("\n"));
    let lines = groups.iter().map(|feature| format!("{feature} = []\n"));
    let lines: Vec<_> = lines.collect();
    format!(
        "{}{NOTE}{}",
        section.replacen("default = [\"rustls\"]", &default, 1),
        lines.concat()
    )
}

const NOTE: &str = "# One feature for each tag, with the types that only its operations use.\n";

/// The same for people: name and meaning, as the manifest of the runtime has them, then the groups.
pub(super) fn overview(features: &[GroupFeature<'_>]) -> String {
    let mut rows = Vec::new();
    let mut meaning = Vec::new();
    for line in runtime::section("features").lines().skip(1) {
        if let Some(comment) = line.strip_prefix("# ") {
            meaning.push(comment);
        } else if let Some((name, _)) = line.split_once(" = ") {
            if !meaning.is_empty() {
                rows.push(format!("* `{name}`: {}", meaning.join(" ")));
            }
            meaning.clear();
        }
    }
    let groups = features.iter().map(|it| {
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
features to compile only what you need.";
