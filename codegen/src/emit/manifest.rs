//! `Cargo.toml` and the files beside it.

use toml::Value;

use super::{features, markdown, printable};
use crate::options::PackageOptions;
use crate::parts::MANIFEST;
use crate::plan::{Crate, License, Needed, NeededBy, Target};

const DOCUMENTATION: &str = r#"
[package.metadata.docs.rs]
all-features = true
rustdoc-args = ["--cfg", "docsrs"]
"#;

/// The dependencies of examples, which call the client.
const EXAMPLES: &str = r#"
[dev-dependencies]
tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
"#;

const LINTS: &str = r#"
[lints.rust]
unsafe_code = "forbid"

[lints.clippy]
pedantic = { level = "warn", priority = -1 }
# The API decides how its things are called, how large they are, and how many properties they have.
similar_names = "allow"
large_enum_variant = "allow"
zero_sized_map_values = "allow"
too_many_lines = "allow"
type_complexity = "allow"
many_single_char_names = "allow"
disallowed_names = "allow"
"#;

pub(super) fn emit(plan: &Crate<'_>) -> String {
    let package = package(plan.package);
    let features = features::manifest(&plan.features);
    let dependencies: String = plan.dependencies.iter().map(dependency).collect();
    let targets: String = plan.targets.iter().map(target).collect();
    let examples = match plan.features.client_crates {
        Some(_) => EXAMPLES,
        None => "",
    };
    let settings = [DOCUMENTATION, examples, LINTS].concat();
    format!("\n{package}\n{features}\n[dependencies]\n{dependencies}{settings}{targets}")
}

fn dependency(needed: &Needed) -> String {
    let dependency = needed.dependency;
    match needed.by {
        NeededBy::All => dependency.manifest(),
        NeededBy::Client => dependency.optional(),
    }
}

fn target(target: &Target<'_>) -> String {
    match target {
        Target::Test(features) => format!(
            "\n[[example]]\nname = \"testing\"\nrequired-features = [{}]\ntest = true\nharness = false\n",
            features::quoted(features)
        ),
        Target::Binary(name, features) => format!(
            // The library has the documentation, and may have the same name.
            "\n[[bin]]\nname = \"{name}\"\npath = \"src/bin/{name}.rs\"\nrequired-features = [{}]\ndoc = false\n",
            features::quoted(features)
        ),
        Target::Program(name, features) => format!(
            "\n[[example]]\nname = \"{name}\"\nrequired-features = [{}]\n",
            features::quoted(features)
        ),
    }
}

/// Formatting is decided by the generator, not by the rustfmt that a user has.
pub(super) const RUSTFMT: &str = "disable_all_formatting = true\n";

/// The settings of clippy, among them names that descriptions write without marking them as code.
pub(super) fn clippy() -> String {
    // `..` represents clippy's own list.
    let names = markdown::BRANDS.iter().copied().chain([".."]);
    let names = Value::from(names.collect::<Vec<_>>());
    // The values of an enum are an array in a static, which a lint takes for one on the stack.
    format!("array-size-threshold = 1048576\ndoc-valid-idents = {names}\n")
}

/// The licences of the generator, which are those of its output as well.
pub(super) fn license(license: License) -> &'static str {
    match license {
        License::Apache => include_str!("../../../LICENSE-APACHE"),
        License::Mit => include_str!("../../../LICENSE-MIT"),
    }
}

fn package(options: &PackageOptions) -> String {
    let mut lines = vec!["[package]".to_owned()];
    let mut line = |key: &str, value: Option<Value>| {
        lines.extend(value.map(|value| format!("{key} = {value}")));
    };
    let string = |value: &Option<String>| {
        value
            .as_deref()
            .map(|text| Value::from(printable::line(text)))
    };
    line("name", string(&options.name));
    line(
        "version",
        Some(Value::from(printable::line(options.version()))),
    );
    line("edition", Some(Value::from("2024")));
    line("rust-version", rust_version());
    line("description", string(&options.description));
    line("license", string(&options.license));
    line("repository", string(&options.repository));
    line("keywords", list(&options.keywords));
    line("categories", list(&options.categories));
    line("readme", Some(Value::from("README.md")));
    lines.join("\n") + "\n"
}

fn list(values: &[String]) -> Option<Value> {
    match values {
        [] => None,
        values => {
            let texts = values.iter().map(|text| printable::line(text));
            Some(Value::from(texts.collect::<Vec<_>>()))
        }
    }
}

/// The minimum version of Rust that the dependencies require, from the manifest of the runtime.
pub(super) fn rust_version() -> Option<Value> {
    let manifest: toml::Table = MANIFEST.parse().ok()?;
    manifest.get("package")?.get("rust-version").cloned()
}
