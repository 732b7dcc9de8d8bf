//! The maintainers' commands; `cargo xtask help` lists them.
//!
//! The exit status is 0 on success, 1 if a correction is needed, and 2 if the command could not run.

mod ci;
mod compare;
#[cfg(unix)]
mod conformance;
#[cfg(unix)]
mod contract;
mod corpus;
mod diff;
mod disk;
mod exclusive;
mod explain;
mod expression;
mod generate;
mod grid;
mod marker;
mod percent;
mod report;
mod scales;
mod tidy;
mod unified;
mod words;
mod workspace;
mod write;

#[cfg(unix)]
use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The maintainers' commands.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Generate the client crate from an OpenAPI document.
    Codegen(Box<generate::Arguments>),
    /// Check the rules of this repository that the compiler does not check.
    Tidy,
    /// Run everything that must pass before a change lands.
    Ci {
        /// Include the checks that take too long for each change.
        #[arg(long)]
        nightly: bool,
    },
    /// Test the client against third-party servers; requires npm, and apt-get if Apache is not installed.
    #[cfg(unix)]
    Contract {
        /// Arguments of `cargo test`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Run the scenarios of the mock server Spector against generated clients; requires npm.
    #[cfg(unix)]
    Conformance(conformance::Arguments),
    /// Generate and compile the client of every document in a folder, and print a table.
    Corpus(corpus::Arguments),
    /// Compare this generator with others on PATH (ploidy, cargo-progenitor) on one document.
    Compare(compare::Arguments),
    /// Measure generation for documents of several sizes.
    Scales(scales::Arguments),
    /// Report what a change means for users of the client, and the version that it requires.
    Diff(diff::Arguments),
    /// Explain the code of a diagnostic with an example and its correction; without a code, list all codes.
    Explain {
        /// The code, as in `error[code]`.
        code: Option<String>,
    },
}

/// The result of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// No findings.
    Clean,
    /// Findings, which have been printed.
    Findings,
}

fn main() -> ExitCode {
    match run(&Cli::parse().command) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> Result<Outcome> {
    match command {
        Command::Codegen(arguments) => generate::run(arguments),
        Command::Tidy => tidy::run(),
        Command::Ci { nightly } => ci::run(*nightly),
        #[cfg(unix)]
        Command::Contract { arguments } => contract::run(arguments),
        #[cfg(unix)]
        Command::Conformance(arguments) => conformance::run(arguments),
        Command::Corpus(arguments) => corpus::run(arguments),
        Command::Compare(arguments) => compare::run(arguments),
        Command::Scales(arguments) => scales::run(arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Explain { code } => explain::run(code.as_deref()),
    }
}
