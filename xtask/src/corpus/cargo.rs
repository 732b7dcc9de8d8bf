//! Runs Cargo on some clients and collects the errors of each.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::client::Clients;
use crate::workspace;

/// The errors by package.
pub(super) type Errors = BTreeMap<String, Vec<String>>;

/// Runs the check `name`, a command of Cargo with these arguments, on `packages`.
pub(super) fn run(
    name: &str,
    arguments: &[&str],
    packages: &[&str],
    clients: &Clients,
    jobs: usize,
) -> Result<Errors> {
    let output = Command::new(workspace::cargo())
        .args(arguments)
        // The dependencies of clients are among those of this repository, which have been downloaded.
        .args(["--offline", "--jobs", &jobs.to_string()])
        .args(packages.iter().flat_map(|name| ["--package", name]))
        .current_dir(&clients.root)
        .env("CARGO_TARGET_DIR", &clients.build)
        // Incremental compilation and debug information are not needed.
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .context("cannot run cargo")?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    let stdout = String::from_utf8_lossy(&output.stdout);
    let errors = errors(&stdout, &stderr, packages);
    if !output.status.success() && errors.is_empty() {
        bail!("cargo {name} failed:\n{stderr}{stdout}");
    }
    Ok(errors)
}

fn errors(stdout: &str, stderr: &str, packages: &[&str]) -> Errors {
    let mut errors = Errors::new();
    for message in stdout
        .lines()
        .filter_map(|it| serde_json::from_str(it).ok())
    {
        if let Some((package, text)) = error(&message) {
            errors.entry(package).or_default().push(text);
        }
    }
    // A killed compiler and a failed test leave no message.
    for line in stderr.lines() {
        let Some(package) = failed(line) else {
            continue;
        };
        if packages.contains(&package) && !errors.contains_key(package) {
            let text = format!("{line}\n{}", excerpt(stdout, package));
            errors.insert(package.to_owned(), vec![text]);
        }
    }
    errors
}

/// The package and the text of an error in Cargo's messages. The directory of a client has its name.
fn error(message: &Value) -> Option<(String, String)> {
    let details = message.get("message")?;
    let text = details.get("rendered")?.as_str()?;
    // The last message only counts the others.
    if details.get("level")? != "error" || text.starts_with("error: aborting") {
        return None;
    }
    let manifest = Path::new(message.get("manifest_path")?.as_str()?);
    let directory = manifest.parent()?.file_name()?.to_str()?;
    Some((directory.to_owned(), text.to_owned()))
}

/// The package that failed according to a line of Cargo: ``could not compile `a` `` or `` `-p a --doc` ``.
fn failed(line: &str) -> Option<&str> {
    if let Some((_, rest)) = line.split_once("`-p ") {
        return rest.split(' ').next();
    }
    let (_, rest) = line.split_once("could not ")?;
    rest.split('`').nth(1)
}

/// The output of a test of a package.
fn excerpt(stdout: &str, package: &str) -> String {
    let file = format!("{package}/src/");
    let lines = stdout.lines().skip_while(|line| !line.contains(&file));
    lines.take(20).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::errors;

    #[test]
    fn an_error_belongs_to_the_package_of_its_manifest() {
        let stdout = r#"{"manifest_path": "/x/corpus-a/Cargo.toml", "message": {"level": "error", "rendered": "error: one"}}
{"manifest_path": "/x/corpus-a/Cargo.toml", "message": {"level": "error", "rendered": "error: aborting due to 1 previous error"}}
{"manifest_path": "/x/corpus-b/Cargo.toml", "message": {"level": "warning", "rendered": "warning: two"}}
{"reason": "build-finished", "success": false}"#;
        let errors = errors(stdout, "", &["corpus-a", "corpus-b"]);
        assert_eq!(errors.len(), 1);
        assert_eq!(errors["corpus-a"], ["error: one"]);
    }

    #[test]
    fn a_compiler_without_a_last_word_has_failed() {
        let stderr = "error: could not compile `corpus-a` (lib)\nerror: could not document `serde`";
        let errors = errors("", stderr, &["corpus-a"]);
        assert_eq!(errors.len(), 1);
        assert!(errors["corpus-a"][0].contains("could not compile"));
    }

    #[test]
    fn a_failed_doctest_belongs_to_its_package() {
        let stderr = "error: 2 targets failed:\n    `-p corpus-a --doc`\n    `-p corpus-b --doc`";
        let errors = errors("", stderr, &["corpus-a", "corpus-b"]);
        assert_eq!(errors.len(), 2);
    }
}
