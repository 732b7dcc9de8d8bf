//! `Cargo.toml` and the files that stand beside it.

use toml::Value;

use super::{Model, SourceFile, runtime};
use crate::options::PackageOptions;

/// What the output wants of itself, and what its examples need.
const TAIL: &str = r#"
[dev-dependencies]
tokio = { version = "1", features = ["macros", "rt"] }

[lints.rust]
missing_docs = "deny"
unsafe_code = "forbid"

[lints.clippy]
pedantic = { level = "warn", priority = -1 }
"#;

pub(super) fn emit(model: &Model<'_>) -> SourceFile {
    let package = package(&model.options.package);
    let features = section("features");
    let dependencies = section("dependencies");
    let text = format!("\n{package}\n{features}\n{dependencies}{TAIL}");
    SourceFile::toml(model, "Cargo.toml", text)
}

/// Formatting is decided by the generator, not by the rustfmt that a user has.
pub(super) fn rustfmt(model: &Model<'_>) -> SourceFile {
    SourceFile::toml(
        model,
        ".rustfmt.toml",
        "disable_all_formatting = true\n".to_owned(),
    )
}

/// The licences of the generator, under which its output stands as well.
pub(super) fn licenses() -> [SourceFile; 2] {
    [
        SourceFile::unmarked("LICENSE-APACHE", include_str!("../../../LICENSE-APACHE")),
        SourceFile::unmarked("LICENSE-MIT", include_str!("../../../LICENSE-MIT")),
    ]
}

fn package(options: &PackageOptions) -> String {
    let mut text = String::from("[package]\n");
    let mut line = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            text.push_str(&format!("{key} = {value}\n"));
        }
    };
    let string = |value: &Option<String>| value.clone().map(Value::String);
    let version = options.version.as_deref().unwrap_or("0.1.0");
    line("name", string(&options.name));
    line("version", Some(Value::from(version)));
    line("edition", Some(Value::from("2024")));
    line("rust-version", rust_version());
    line("description", string(&options.description));
    line("license", string(&options.license));
    line("repository", string(&options.repository));
    line("keywords", list(&options.keywords));
    line("categories", list(&options.categories));
    line("readme", Some(Value::from("README.md")));
    text
}

fn list(values: &[String]) -> Option<Value> {
    (!values.is_empty()).then(|| Value::from(values.to_vec()))
}

/// What the dependencies ask for, as the manifest of the runtime says.
fn rust_version() -> Option<Value> {
    let manifest: toml::Table = runtime::MANIFEST.parse().ok()?;
    let version = manifest.get("package")?.get("rust-version")?;
    version.is_str().then(|| version.clone())
}

/// A section of the runtime's manifest as it is written, comments included.
fn section(name: &str) -> String {
    let header = format!("[{name}]");
    let mut lines: Vec<_> = runtime::MANIFEST
        .lines()
        .skip_while(|line| *line != header)
        .enumerate()
        .take_while(|(index, line)| *index == 0 || !line.starts_with('['))
        .map(|(_, line)| line)
        .collect();
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    lines.join("\n") + "\n"
}
