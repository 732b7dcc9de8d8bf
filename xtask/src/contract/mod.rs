//! `cargo xtask contract`: tests the client against third-party servers.
//!
//! Installs the servers into an ignored folder, lints the document, starts every server on a port
//! of the loopback interface that the kernel picks, runs the package `contract-tests` against them,
//! and stops all processes that it started.

mod install;
mod process;
mod servers;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::{Outcome, workspace};
pub(crate) use process::{Interrupt, Process};
use servers::Servers;
pub(crate) use servers::Validator;

/// The directories of the command.
struct Folders {
    /// The root of the workspace.
    workspace: PathBuf,
    /// Configuration of the servers, which is committed.
    sources: PathBuf,
    /// The installed packages and the logs, ignored by git.
    output: PathBuf,
}

impl Folders {
    fn create() -> Result<Self> {
        let workspace = workspace::root();
        let sources = workspace.join("tests/contract");
        let output = workspace.join("target/contract");
        let folders = Self {
            workspace,
            sources,
            output,
        };
        for directory in [folders.node(), folders.logs()] {
            std::fs::create_dir_all(&directory)
                .with_context(|| format!("cannot create {}", directory.display()))?;
        }
        Ok(folders)
    }

    fn document(&self) -> PathBuf {
        self.workspace.join("spec/atlas-private-endpoints.yaml")
    }

    fn node(&self) -> PathBuf {
        self.output.join("node")
    }

    fn apt(&self) -> PathBuf {
        self.output.join("apt")
    }

    fn logs(&self) -> PathBuf {
        self.output.join("logs")
    }
}

/// Runs the contract tests; `arguments` go to `cargo test`.
///
/// # Errors
///
/// If something cannot be installed or started, or if a signal is received.
pub(crate) fn run(arguments: &[OsString]) -> Result<Outcome> {
    let interrupt = Interrupt::register().context("cannot listen to signals")?;
    let folders = Folders::create()?;
    step("npm packages", || install::npm(&folders, &interrupt))?;
    let apache = step("Apache", || install::apache(&folders, &interrupt))?;
    if !step("lint", || lint(&folders, &interrupt))? {
        return Ok(Outcome::Findings);
    }
    let mut servers = step("start", || Servers::start(&folders, &apache, &interrupt))?;
    if !step("tests", || test(&mut servers, arguments, &interrupt))? {
        return Ok(Outcome::Findings);
    }
    Ok(Outcome::Clean)
}

/// Starts a server that validates every request against `document`.
///
/// # Errors
///
/// If the server cannot be installed or started.
pub(crate) fn validator(document: &Path, log: &Path, interrupt: &Interrupt) -> Result<Validator> {
    let folders = Folders::create()?;
    install::npm(&folders, interrupt)?;
    Validator::start(&folders, document, log, interrupt)
}

fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("contract: {name}");
    let start = Instant::now();
    let result = work().with_context(|| format!("contract: {name} failed"))?;
    println!(
        "contract: {name} done in {:.1} s",
        start.elapsed().as_secs_f64()
    );
    Ok(result)
}

fn lint(folders: &Folders, interrupt: &Interrupt) -> Result<bool> {
    let mut command = Command::new("node");
    command
        .arg(folders.node().join("node_modules/@redocly/cli/bin/cli.js"))
        .args(["lint", "--format", "stylish", "--config"])
        .arg(folders.sources.join("redocly.yaml"))
        .arg(folders.document())
        .env("REDOCLY_TELEMETRY", "off")
        .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    Process::succeeds("redocly", &mut command, interrupt)
}

fn test(servers: &mut Servers, arguments: &[OsString], interrupt: &Interrupt) -> Result<bool> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["test", "--package", "contract-tests"])
        .args(arguments)
        .envs(servers.environment());
    let passed = Process::succeeds("cargo test", &mut command, interrupt)?;
    servers.check()?;
    Ok(passed)
}
