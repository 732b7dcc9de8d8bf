//! Features of the crate: those of every client, and one for each tag if there are several.

use super::markdown;
use crate::options::DefaultFeatures;
use crate::parts::{CLIENT, Feature};
use crate::plan::{Features, GroupFeature, Grouping};

/// The section of the manifest.
pub(super) fn manifest(features: &Features<'_>) -> String {
    let default = match features.default.as_slice() {
        [only] => format!("default = [{only:?}]\n"),
        several => {
            let lines = several.iter().map(|feature| format!("    {feature:?},\n"));
            format!("default = [\n{}]\n", lines.collect::<String>())
        }
    };
    let common = features.common.iter().map(|feature| match feature.name {
        CLIENT => client(
            feature,
            features.client_crates.as_deref().unwrap_or_default(),
        ),
        _ => feature.manifest(),
    });
    let common: String = common.collect();
    let groups = match features.groups.as_slice() {
        [] => String::new(),
        groups => {
            let lines = groups.iter().map(|it| {
                let enables: Vec<_> = it.enables.iter().chain(&it.shared).copied().collect();
                format!("{} = [{}]\n", it.feature, quoted(&enables))
            });
            let note = match features.grouping {
                Grouping::Tag => "each tag, with the types that only its operations use",
                Grouping::Beginning => {
                    "all tags that begin alike, with the types that only their operations use"
                }
            };
            format!("# One feature for {note}.\n{}", lines.collect::<String>())
        }
    };
    let shared = features.shared.iter();
    let shared = shared.map(|it| format!("{} = []\n", it.feature));
    let shared: String = shared.collect();
    let shared = match shared.as_str() {
        "" => shared,
        lines => format!("# Private: parts that many tags share.\n{lines}"),
    };
    format!("[features]\n{default}{common}{groups}{shared}")
}

/// The feature with the crates that only the client needs.
fn client(feature: &Feature, crates: &[&str]) -> String {
    let lines = crates.iter();
    let lines = lines.map(|name| format!("    \"dep:{name}\",\n"));
    let (name, meaning) = (feature.name, feature.meaning);
    format!("# {meaning}\n{name} = [\n{}]\n", lines.collect::<String>())
}

pub(super) fn quoted(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("{name:?}")).collect();
    names.join(", ")
}

/// The features with their meanings, then those of the groups.
pub(super) fn overview(features: &Features<'_>) -> String {
    let common = features.common.iter();
    let common: Vec<_> = common
        .map(|feature| format!("* `{}`: {}", feature.name, feature.meaning))
        .collect();
    let common = common.join("\n");
    let common = match features.client_crates {
        Some(_) => format!("{common}\n\n{TYPES}"),
        None => common,
    };
    match features.groups.as_slice() {
        [] => common,
        groups => {
            let rows: Vec<_> = groups.iter().map(group).collect();
            let note = match features.grouping {
                Grouping::Tag => "Each tag is a feature, with the types that only its",
                Grouping::Beginning => {
                    "All tags that begin alike are a feature, with the types that only their"
                }
            };
            let rows = rows.join("\n");
            let default = match features.choice {
                DefaultFeatures::All => "All of them are enabled by default.",
                DefaultFeatures::None => "None of them is enabled by default.",
                DefaultFeatures::Only(_) => "Some of them are enabled by default.",
            };
            format!("{common}\n\n{note} operations use. {default}\n{GROUPS}\n\n{rows}")
        }
    }
}

fn group(group: &GroupFeature<'_>) -> String {
    let accessors = group.accessors.iter();
    let accessors = accessors.map(|name| markdown::code(&format!("{name}()")));
    let accessors: Vec<_> = accessors.collect();
    format!("* `{}`: {}", group.feature, accessors.join(", "))
}

const TYPES: &str = "\
Without default features and without `client`, the crate is only the types with serde: it depends on neither `reqwest` nor
`tokio`. `rustls` and `native-tls` enable `client`.";

const GROUPS: &str = "\
Disable default features to compile only some: `default-features = false, features = [\"rustls\", ..]` for the client, or
without `rustls` for the types alone. The compiler names the feature of a disabled method of `Client`.";
