//! `cargo xtask ci`: everything that must pass before a change lands.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::Outcome;
use crate::{disk, workspace};

/// A call of Cargo.
struct Step {
    arguments: &'static [&'static str],
    environment: &'static [(&'static str, &'static str)],
}

const fn step(arguments: &'static [&'static str]) -> Step {
    Step {
        arguments,
        environment: &[],
    }
}

/// In this order, in the workspace.
const STEPS: &[Step] = &[
    step(&["fmt", "--all", "--check"]),
    step(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]),
    step(&["xtask", "tidy"]),
    step(&["xtask", "codegen", "--check"]),
    step(&["test", "--workspace"]),
    Step {
        arguments: &["doc", "--workspace", "--no-deps"],
        environment: &[("RUSTDOCFLAGS", "-D warnings")],
    },
];

/// The client alone, away from the workspace, as one who depends on it has it.
///
/// Clippy, not `check`: it denies warnings of this package without building its dependencies anew.
const ALONE: Step = step(&["clippy", "--all-targets", "--", "-D", "warnings"]);

/// The same with the TLS of the system.
const ALONE_NATIVE_TLS: Step = step(&[
    "clippy",
    "--all-targets",
    "--no-default-features",
    "--features",
    "native-tls",
    "--",
    "-D",
    "warnings",
]);

/// Runs all steps up to the first that fails.
pub(crate) fn run() -> Result<Outcome> {
    let root = workspace::root();
    for step in STEPS {
        if !step.passes(&root)? {
            return Ok(Outcome::Findings);
        }
    }
    if !client_alone_passes(&root)? {
        return Ok(Outcome::Findings);
    }
    println!("ci: everything passes");
    Ok(Outcome::Clean)
}

fn client_alone_passes(root: &Path) -> Result<bool> {
    let place = tempfile::tempdir().context("cannot make a temporary directory")?;
    copy_client(root, place.path())?;
    if !ALONE.passes(place.path())? {
        return Ok(false);
    }
    if has_system_tls() {
        return ALONE_NATIVE_TLS.passes(place.path());
    }
    println!("ci: {ALONE_NATIVE_TLS}: skipped, the headers of OpenSSL are not installed");
    Ok(true)
}

/// Copies the client, with the versions of its dependencies that the workspace is tested with.
fn copy_client(root: &Path, place: &Path) -> Result<()> {
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

/// Whether `native-tls` can be built: elsewhere than on Linux it needs nothing, there it needs OpenSSL.
fn has_system_tls() -> bool {
    !cfg!(target_os = "linux")
        || Command::new("pkg-config")
            .args(["--exists", "openssl"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
}

/// One for all steps, so that the copy of the client reuses what the workspace has built.
fn target_directory() -> OsString {
    env::var_os("CARGO_TARGET_DIR")
        .unwrap_or_else(|| workspace::root().join("target").into_os_string())
}

impl Step {
    fn passes(&self, directory: &Path) -> Result<bool> {
        println!("ci: {self}");
        let begin = Instant::now();
        let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
            .args(self.arguments)
            .envs(self.environment.iter().copied())
            // A snapshot that differs fails; nothing is rewritten behind anybody's back.
            .env("INSTA_UPDATE", "no")
            .env("CARGO_TARGET_DIR", target_directory())
            .current_dir(directory)
            .status()
            .with_context(|| format!("cannot run {self}"))?;
        let verdict = if status.success() { "passed" } else { "FAILED" };
        let seconds = begin.elapsed().as_secs_f64();
        println!("ci: {self}: {verdict} after {seconds:.1} s");
        Ok(status.success())
    }
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cargo {}", self.arguments.join(" "))
    }
}
