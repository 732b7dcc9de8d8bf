//! The generators and their command lines.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::measure::{Cost, measure};
use crate::workspace;

/// The name of each generated crate.
pub(super) const PACKAGE: &str = "compared-client";

/// A program that generates a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Generator {
    /// The generator of this repository.
    Ours,
    Ploidy,
    Progenitor,
}

impl Generator {
    /// All generators; the first is the reference.
    pub(super) const ALL: [Self; 3] = [Self::Ours, Self::Ploidy, Self::Progenitor];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Ploidy => "ploidy",
            Self::Progenitor => "progenitor",
        }
    }

    fn program(self) -> PathBuf {
        match self {
            Self::Ours => workspace::target().join("release/xtask"),
            Self::Ploidy => "ploidy".into(),
            Self::Progenitor => "cargo-progenitor".into(),
        }
    }

    /// The version of the program.
    pub(super) fn version(self) -> Result<String> {
        let arguments: &[&str] = match self {
            Self::Ours => return Ok("ours, as it is in this directory".to_owned()),
            Self::Ploidy => &["--version"],
            // It has no `--version`, but prints its help.
            Self::Progenitor => &["progenitor", "--help"],
        };
        let output = match Command::new(self.program()).args(arguments).output() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => bail!("is not on PATH"),
            output => output.context("cannot be run")?,
        };
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let first = text.lines().next().unwrap_or_default();
        Ok(match self {
            Self::Progenitor => self.name().to_owned(),
            Self::Ours | Self::Ploidy => first.to_owned(),
        })
    }

    /// The directory of the crate.
    pub(super) fn output(self, folder: &Path) -> PathBuf {
        folder.join(self.name()).join("client")
    }

    /// Generates into an empty directory.
    pub(super) fn generate(self, spec: &Path, folder: &Path) -> Result<Cost> {
        let output = self.output(folder);
        if output.exists() {
            fs::remove_dir_all(&output)
                .with_context(|| format!("cannot empty {}", output.display()))?;
        }
        let mut command = Command::new(self.program());
        match self {
            Self::Ours => command
                .args(["codegen", "--name", PACKAGE, "--spec"])
                .arg(spec)
                .arg("--out")
                .arg(&output),
            Self::Ploidy => command
                .args(["generate", "rust", "--name", PACKAGE, "--output"])
                .arg(&output)
                .arg(spec),
            Self::Progenitor => command
                .args(["progenitor", "--name", PACKAGE, "--version", "0.1.0"])
                .arg("--input")
                .arg(spec)
                .arg("--output")
                .arg(&output),
        };
        measure(&mut command)
    }
}

/// Builds the generator of this repository in release mode.
pub(super) fn build_ours() -> Result<()> {
    let mut command = Command::new(workspace::cargo());
    command
        .args(["build", "--release", "--package", "xtask"])
        .env("CARGO_TARGET_DIR", workspace::target())
        .current_dir(workspace::root());
    measure(&mut command).map(drop)
}
