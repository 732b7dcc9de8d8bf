//! Checks the client outside of the workspace, as its users have it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::snapshots::References;
use super::step::{Step, step};
use crate::disk;

/// Clippy instead of `check`, because it denies warnings of this package without rebuilding its dependencies.
const CHECK: Step = step("clippy --all-targets -- -D warnings");

/// Also without the features of operations; the rest must not have warnings either.
const CHECK_NATIVE_TLS: Step =
    step("clippy --all-targets --no-default-features --features native-tls -- -D warnings");

/// The documentation has no broken links without the features of operations; `cargo doc --workspace` has all of them.
const DOCUMENTATION: Step =
    step("doc --no-deps --no-default-features").with("RUSTDOCFLAGS", "-D warnings");

/// Whether a copy of the client has no warnings with either TLS feature, and none in its documentation.
pub(super) fn passes(root: &Path, references: &References) -> Result<bool> {
    let place = tempfile::tempdir().context("cannot make a temporary directory")?;
    copy(root, place.path())?;
    for step in [CHECK, DOCUMENTATION] {
        if !step.passes(place.path(), references)? {
            return Ok(false);
        }
    }
    if has_system_tls() {
        return CHECK_NATIVE_TLS.passes(place.path(), references);
    }
    println!("ci: {CHECK_NATIVE_TLS}: skipped, the headers of OpenSSL are not installed");
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
