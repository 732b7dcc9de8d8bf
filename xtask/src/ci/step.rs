//! A call of Cargo that must succeed.

use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use super::snapshots::References;
use crate::workspace;

pub(super) struct Step {
    /// The arguments, separated by spaces.
    arguments: &'static str,
    environment: Option<(&'static str, &'static str)>,
}

/// `cargo` with `arguments`.
pub(super) const fn step(arguments: &'static str) -> Step {
    Step {
        arguments,
        environment: None,
    }
}

impl Step {
    /// Sets an environment variable.
    pub(super) const fn with(self, name: &'static str, value: &'static str) -> Self {
        Self {
            environment: Some((name, value)),
            ..self
        }
    }

    /// Runs the step in `directory` and reports the result.
    pub(super) fn passes(&self, directory: &Path, references: &References) -> Result<bool> {
        self.passes_with(&[], directory, references)
    }

    /// Like [`Self::passes`], with arguments that are computed.
    pub(super) fn passes_with(
        &self,
        arguments: &[&str],
        directory: &Path,
        references: &References,
    ) -> Result<bool> {
        println!("ci: {self}");
        let begin = Instant::now();
        let status = Command::new(workspace::cargo())
            .args(self.arguments.split_whitespace())
            .args(arguments)
            .envs(self.environment)
            // A snapshot that differs fails and is not rewritten.
            .env("INSTA_UPDATE", "no")
            .env(References::VARIABLE, references.path())
            // One target directory for all steps, so that the copy of the client reuses the builds of the workspace.
            .env("CARGO_TARGET_DIR", workspace::target())
            .current_dir(directory)
            .status()
            .with_context(|| format!("cannot run {self}"))?;
        let verdict = if status.success() { "passed" } else { "FAILED" };
        let seconds = begin.elapsed().as_secs_f64();
        println!("ci: {self}: {verdict} after {seconds:.1} s");
        Ok(status.success())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cargo {}", self.arguments)
    }
}
