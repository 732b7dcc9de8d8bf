//! `cargo xtask ci`: everything that must pass before a change lands.

mod client;
mod snapshots;
mod step;

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
    step("doc --workspace --no-deps").with("RUSTDOCFLAGS", "-D warnings"),
];

/// Runs all steps up to the first that fails.
pub(crate) fn run() -> Result<Outcome> {
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
    println!("ci: everything passes");
    Ok(Outcome::Clean)
}
