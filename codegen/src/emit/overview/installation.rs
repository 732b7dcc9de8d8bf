//! The lines of a manifest, and the features to choose first.

use toml::Value;

use crate::emit::features::quoted;
use crate::emit::{markdown, printable};
use crate::options::{DefaultFeatures, PackageOptions};
use crate::plan::{Choice, Enabled, Installation, Runtime, Source};

/// The lines of a manifest that depends on the crate.
pub(super) fn manifest(package: &PackageOptions, lines: &Installation<'_>) -> String {
    let name = package.name.as_deref().unwrap_or_default();
    let tokio = match lines.runtime {
        Runtime::Tokio => TOKIO,
        Runtime::Any => "",
    };
    format!(
        "```toml\n[dependencies]\n{name} = {}\n{tokio}```",
        dependency(lines)
    )
}

/// The runtime of a program.
const TOKIO: &str = "tokio = { version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }\n";

/// The requirement: a version alone, or a table on one line.
fn dependency(lines: &Installation<'_>) -> String {
    let source = source(&lines.source);
    let features = features(&lines.features);
    match (&lines.source, &lines.features) {
        (Source::Registry(version), Enabled::Default) => text(version),
        _ => format!("{{ {source}{features} }}"),
    }
}

fn source(source: &Source<'_>) -> String {
    match source {
        Source::Registry(version) => format!("version = {}", text(version)),
        Source::Path(path) => format!("path = {}", text(path)),
        Source::Beside(name) => format!("path = {}", text(&format!("../{name}"))),
        Source::Git(url, None) => format!("git = {}", text(url)),
        Source::Git(url, Some((key, value))) => {
            format!("git = {}, {key} = {}", text(url), text(value))
        }
    }
}

fn features(features: &Enabled<'_>) -> String {
    match features {
        Enabled::Default => String::new(),
        Enabled::And(names) => format!(", features = [{}]", quoted(names)),
        Enabled::Only(names) => {
            format!(", default-features = false, features = [{}]", quoted(names))
        }
    }
}

/// A string of TOML.
fn text(text: &str) -> String {
    Value::from(printable::line(text)).to_string()
}

/// Why and what to choose before the first build.
pub(super) fn choice(choice: &Choice<'_>) -> String {
    let Choice {
        operations,
        features,
        default,
    } = choice;
    let default = match default {
        DefaultFeatures::All => {
            "All of them are enabled by default; disable default features.".to_owned()
        }
        DefaultFeatures::None => "None of them is enabled by default.".to_owned(),
        DefaultFeatures::Only(names) => {
            let names: Vec<_> = names.iter().map(|it| markdown::code(it)).collect();
            format!("Enabled by default: {}.", names.join(", "))
        }
    };
    format!(
        "The crate has {operations} operations in {features} groups, each with a Cargo feature. Enable only the groups that \
         you call: compile time grows with the number of operations. With one group of an API of 1,223 operations, \
         `cargo check` took 4.4 s of CPU instead of 42 s. {default}"
    )
}
