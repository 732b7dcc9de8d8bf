//! `cargo xtask ci`: everything that must pass before a change lands.

mod client;
mod snapshots;
mod step;

use std::process::{Command, Stdio};

use anyhow::Result;

use self::snapshots::References;
use self::step::{Step, step};
use crate::{Outcome, workspace};

/// In this order, in the workspace.
const STEPS: &[Step] = &[
    step("fmt --all --check"),
    step("clippy --workspace --all-targets -- -D warnings"),
    step("xtask tidy"),
    step("xtask codegen --check"),
    step("test --workspace"),
    step("test --package client-runtime --features tracing,file-cache,test-util"),
    step("doc --workspace --no-deps").with("RUSTDOCFLAGS", "-D warnings"),
];

/// The client against servers that others wrote, which npm installs.
const CONTRACT: Step = step("xtask contract");

/// What takes too long for each change: the documentation of the clients of all fixtures, and its examples.
const NIGHTLY: Step = step("xtask corpus --also clippy,rustdoc,doctests tests/fixtures/good spec");

/// Runs all steps up to the first that fails, and after them what takes too long for each change if that is wanted.
pub(crate) fn run(nightly: bool) -> Result<Outcome> {
    let root = workspace::root();
    let references = References::new()?;
    for step in STEPS {
        if !step.passes(&root, &references)? {
            return Ok(Outcome::Findings);
        }
    }
    if !references.cover_all(&root)? || !client::passes(&root, &references)? {
        return Ok(Outcome::Findings);
    }
    if !has_npm() {
        println!("ci: {CONTRACT}: skipped, npm is not installed");
    } else if !CONTRACT.passes(&root, &references)? {
        return Ok(Outcome::Findings);
    }
    if nightly && !NIGHTLY.passes(&root, &references)? {
        return Ok(Outcome::Findings);
    }
    println!("ci: everything passes");
    Ok(Outcome::Clean)
}

fn has_npm() -> bool {
    Command::new("npm")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
