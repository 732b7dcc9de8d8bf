//! `cargo xtask diff`: what a change means for users of the client crate.

mod accepted;
mod changelog;
mod git;
mod side;

use std::io::{self, Write};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread;

use anyhow::Result;
use clap::{Args, ValueEnum};
use codegen::verdict::render::{self, Report};
use codegen::verdict::{Cause, Surface, Verdict, attribute, compare};

use side::Side;

use crate::Outcome;

/// The options of `cargo xtask diff`.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Old side: a document, a bindings.json, the folder of a client, or a git revision of this repository
    /// [default: merge base of main and HEAD]
    base: Option<String>,
    /// New side, likewise [default: the working tree]
    head: Option<String>,
    /// Compare the last release, which is the greatest tag `v*`, with the working tree, and exit with status 1 if `version`
    /// in spec/codegen.toml is too low
    #[arg(long, conflicts_with_all = ["base", "head", "config"])]
    release: bool,
    /// Settings of sides that are documents [default: codegen.toml beside the document, if it exists]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Format of the report
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    format: Format,
    /// File of accepted changes: a fingerprint and the reason on each line
    #[arg(long, value_name = "FILE")]
    accept: Option<PathBuf>,
    /// Exit with status 1 if a change that is not accepted has at least this verdict
    #[arg(long, value_name = "VERDICT", value_enum)]
    fail_on: Option<Level>,
    /// Write the entry of the new version to a changelog [default: CHANGELOG.md of the client]
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    #[expect(clippy::option_option, reason = "the option may have no value")]
    changelog: Option<Option<PathBuf>>,
}

/// The format of a report.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// For a terminal
    #[default]
    Text,
    /// For a comment on a pull request
    Markdown,
    /// For programs
    Json,
}

/// A verdict that fails.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Level {
    Major,
    Minor,
    Patch,
}

impl From<Level> for Verdict {
    fn from(level: Level) -> Self {
        match level {
            Level::Major => Self::Major,
            Level::Minor => Self::Minor,
            Level::Patch => Self::Patch,
        }
    }
}

/// Prints the report.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let config = arguments.config.as_deref();
    let base = match &arguments.base {
        Some(name) => Side::read(name, config)?,
        None if arguments.release => {
            let Some(tag) = git::newest_release()? else {
                println!("there is no release yet: no tag `v*`");
                return Ok(Outcome::Clean);
            };
            Side::at(&tag)?
        }
        None => Side::at(&git::merge_base()?)?,
    };
    let head = match &arguments.head {
        Some(name) => Side::read(name, config)?,
        None => Side::working_tree()?,
    };
    let mut report = report(&base, &head)?;
    if let Some(path) = &arguments.accept {
        report.accepted = accepted::read(path, &report.changes)?;
    }
    let text = match arguments.format {
        Format::Text => render::text(&report),
        Format::Markdown => render::markdown(&report),
        Format::Json => render::json(&report),
    };
    io::stdout().write_all(text.as_bytes())?;
    if let Some(path) = &arguments.changelog {
        let path = path.clone().unwrap_or_else(|| head.changelog());
        changelog::write(&path, &report)?;
    }
    let level = arguments.fail_on.map(Verdict::from);
    let is_broken = level.is_some_and(|it| report.unaccepted() >= it);
    let is_too_low = arguments.release && report.missing_version().is_some();
    Ok(if is_broken || is_too_low {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// Compares two sides.
fn report(base: &Side, head: &Side) -> Result<Report> {
    // Planning a client takes most of the time, and the sides do not depend on each other.
    let (old, new) = thread::scope(|scope| {
        let old = scope.spawn(|| base.surface());
        let new = head.surface();
        let old = old.join().unwrap_or_else(|panic| resume_unwind(panic));
        (old, new)
    });
    let (old, new) = (old?, new?);
    let mut changes = compare(&old, &new);
    attribute(&mut changes, &steps(base, head, &old, &new)?);
    Ok(Report {
        base: base.name.clone(),
        head: head.name.clone(),
        old_version: old.version,
        new_version: new.version,
        changes,
        ..Report::default()
    })
}

/// The steps from the old side to the new one, as far as the sides have documents: another generator, other settings,
/// another document.
fn steps(
    base: &Side,
    head: &Side,
    old: &Surface,
    new: &Surface,
) -> Result<Vec<(Cause, Vec<codegen::verdict::Change>)>> {
    let (Some(before), Some(after)) = (&base.input, &head.input) else {
        return Ok(Vec::new());
    };
    // Without a client of the old side, and with the same settings, only the document can differ.
    if base.declared.is_none() && before.options == after.options {
        return Ok(Vec::new());
    }
    let planned = before.plan(&before.options)?;
    let mut steps = vec![(Cause::Generator, compare(old, &planned))];
    // The new settings may not fit the old document.
    let mut settled = planned;
    if before.options != after.options
        && let Ok(other) = before.plan(&after.options)
    {
        steps.push((Cause::Settings, compare(&settled, &other)));
        settled = other;
    }
    steps.push((Cause::Document, compare(&settled, new)));
    Ok(steps)
}
