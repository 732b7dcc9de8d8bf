//! Checks that the types of the client compile for WebAssembly without an operating system, as in browsers.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::snapshots::References;
use super::step::{Step, step};
use crate::workspace;

const TARGET: &str = "wasm32-unknown-unknown";

const CHECK: Step = step("clippy --target wasm32-unknown-unknown --no-default-features");

/// The default features that send requests. They need parts of reqwest and timers that the target lacks.
const HTTP: [&str; 2] = ["client", "rustls"];

/// Whether the types of all operations of the client in `place` have no warnings. Skipped if the target is not installed.
pub(super) fn passes(place: &Path, references: &References) -> Result<bool> {
    if !is_installed() {
        println!("ci: {CHECK}: skipped, the target {TARGET} is not installed");
        return Ok(true);
    }
    let features = features_of_types(&metadata(place)?)?.join(",");
    let arguments = ["--features", &features, "--", "-D", "warnings"];
    CHECK.passes_with(&arguments, place, references)
}

/// Whether the standard library of the target is installed, with or without rustup.
fn is_installed() -> bool {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .stderr(Stdio::null())
        .output();
    output.is_ok_and(|output| {
        let place = String::from_utf8_lossy(&output.stdout);
        output.status.success() && Path::new(place.trim()).is_dir()
    })
}

/// The manifest as JSON.
fn metadata(place: &Path) -> Result<Vec<u8>> {
    let output = Command::new(workspace::cargo())
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .current_dir(place)
        .output()
        .context("cannot run cargo metadata")?;
    Ok(output.stdout)
}

/// The default features except [`HTTP`]: without those of operations, most types are disabled.
fn features_of_types(metadata: &[u8]) -> Result<Vec<String>> {
    let value: serde_json::Value =
        serde_json::from_slice(metadata).context("cannot read the output of cargo metadata")?;
    let default = value.pointer("/packages/0/features/default");
    let default = default.and_then(serde_json::Value::as_array);
    let names = default
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str());
    let types = names.filter(|name| !HTTP.contains(name));
    Ok(types.map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::features_of_types;

    #[test]
    fn the_features_of_operations_remain() {
        let metadata = br#"{"packages":[{"features":{"default":["client","rustls","users","xml"],"users":[]}}]}"#;
        let features = features_of_types(metadata).expect("metadata");
        assert_eq!(features, ["users", "xml"]);
    }

    #[test]
    fn a_crate_without_features_has_none() {
        let features = features_of_types(br#"{"packages":[{"features":{}}]}"#).expect("metadata");
        assert_eq!(features, [""; 0]);
        assert!(features_of_types(b"").is_err());
    }
}
