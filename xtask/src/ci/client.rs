//! Checks the client outside of the workspace, as its users have it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::snapshots::References;
use super::step::{Step, step};
use super::wasm;
use crate::disk;

/// Clippy instead of `check`, because it denies warnings of this package without rebuilding its dependencies.
const CHECK: Step = step("clippy --all-targets -- -D warnings");

/// Also without the features of operations; the rest must not have warnings either.
const CHECK_NATIVE_TLS: Step =
    step("clippy --all-targets --no-default-features --features native-tls -- -D warnings");

/// The types without HTTP.
const CHECK_TYPES: Step = step("clippy --all-targets --no-default-features -- -D warnings");

/// The crates of a client that has only types, which are not those of HTTP.
const CRATES_OF_TYPES: [&str; 8] = [
    "tree",
    "--locked",
    "--offline",
    "--edges",
    "normal",
    "--prefix",
    "none",
    "--no-default-features",
];

/// Crates that types do without.
const HTTP: [&str; 6] = ["h2", "http", "http-body", "hyper", "reqwest", "tokio"];

/// The documentation has no broken links without the features of operations; `cargo doc --workspace` has all of them.
const DOCUMENTATION: Step =
    step("doc --no-deps --no-default-features").with("RUSTDOCFLAGS", "-D warnings");

/// Likewise with the client.
const DOCUMENTATION_CLIENT: Step = step("doc --no-deps --no-default-features --features client")
    .with("RUSTDOCFLAGS", "-D warnings");

/// Whether a copy of the client has no warnings with either TLS feature, and none in its documentation.
pub(super) fn passes(root: &Path, references: &References) -> Result<bool> {
    let place = tempfile::tempdir().context("cannot make a temporary directory")?;
    copy(root, place.path())?;
    for step in [CHECK, CHECK_TYPES, DOCUMENTATION, DOCUMENTATION_CLIENT] {
        if !step.passes(place.path(), references)? {
            return Ok(false);
        }
    }
    if !types_need_no_http(place.path())? || !wasm::passes(place.path(), references)? {
        return Ok(false);
    }
    if has_system_tls() {
        return CHECK_NATIVE_TLS.passes(place.path(), references);
    }
    println!("ci: {CHECK_NATIVE_TLS}: skipped, the headers of OpenSSL are not installed");
    Ok(true)
}

/// Whether the types alone depend on no crate of HTTP and on no async runtime.
fn types_need_no_http(place: &Path) -> Result<bool> {
    let output = Command::new("cargo")
        .args(CRATES_OF_TYPES)
        .current_dir(place)
        .output()
        .context("cannot run cargo tree")?;
    let crates = String::from_utf8_lossy(&output.stdout);
    let names = crates
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let unwanted: Vec<_> = names.filter(|name| HTTP.contains(name)).collect();
    if !output.status.success() || !unwanted.is_empty() {
        println!("ci: the types alone depend on {unwanted:?}");
        return Ok(false);
    }
    println!("ci: the types alone need no HTTP");
    Ok(true)
}

/// Copies the client, with the lock file of the workspace.
fn copy(root: &Path, place: &Path) -> Result<()> {
    let mut files = disk::package_files(&root.join("generated"))?;
    files.insert("Cargo.lock".to_owned(), root.join("Cargo.lock"));
    for (path, from) in files {
        let to = place.join(path);
        fs::create_dir_all(to.parent().unwrap_or(place))
            .and_then(|()| fs::copy(&from, &to))
            .with_context(|| format!("cannot copy {}", from.display()))?;
    }
    Ok(())
}

/// Whether `native-tls` can be built: on Linux it requires OpenSSL.
fn has_system_tls() -> bool {
    !cfg!(target_os = "linux")
        || Command::new("pkg-config")
            .args(["--exists", "openssl"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
}
