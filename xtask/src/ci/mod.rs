//! `cargo xtask ci`: everything that must pass before a change lands.

mod client;
mod snapshots;
mod step;
mod wasm;

use std::process::{Command, Stdio};

use anyhow::Result;

use self::snapshots::References;
use self::step::{Step, step};
use crate::{Outcome, workspace};

/// The steps in order, run in the workspace.
const STEPS: &[Step] = &[
    step("fmt --all --check"),
    step("clippy --workspace --all-targets -- -D warnings"),
    step("xtask tidy"),
    step("xtask codegen --check"),
    step("xtask diff --release"),
    step("test --workspace"),
    step("doc --workspace --no-deps").with("RUSTDOCFLAGS", "-D warnings"),
];

/// Tests the client against third-party servers, which npm installs.
const CONTRACT: Step = step("xtask contract");

/// Checks that take too long for each change: the clients of the fixtures alone, with documentation and examples.
const NIGHTLY: Step = step("xtask corpus --also clippy,rustdoc,doctests tests/fixtures/good spec");

/// The whole Atlas API, and for every mutation of a document whether code for the old client compiles with the new one.
const LARGE: Step = step("test --package workspace-tests").with("NIGHTLY", "1");

/// Calls every operation of both clients of every mutation: every difference on the wire needs a row.
const WIRE: Step =
    step("test --package xtask what_differs_on_the_wire_has_a_row").with("NIGHTLY", "1");

/// Builds the command line of the whole Atlas API, and calls each of its commands.
const COMMANDS: Step = step("test --package cli-tests --test whole").with("NIGHTLY", "1");

/// Runs all steps until one fails, and then the nightly steps if requested.
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
    for step in [NIGHTLY, LARGE, WIRE, COMMANDS].iter().filter(|_| nightly) {
        if !step.passes(&root, &references)? {
            return Ok(Outcome::Findings);
        }
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
