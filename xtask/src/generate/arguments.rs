//! The command line of `cargo xtask codegen`.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::report::Format;
use crate::workspace;

/// What to generate from what.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// OpenAPI 3.0 document, YAML or JSON; `-` is standard input [default: spec/atlas-private-endpoints.yaml]
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// Directory of the crate [default: generated]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Settings [default: codegen.toml beside the document, when there is one]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Name of the crate [default: as the settings say, else from the document's title]
    #[arg(long, value_name = "CRATE", value_parser = crate_name)]
    pub(super) name: Option<String>,
    /// Write nothing; print what differs and fail when something does
    #[arg(long)]
    pub(super) check: bool,
    /// Treat warnings as errors; always so for the document of this repository
    #[arg(long)]
    strict: bool,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(super) message_format: Format,
}

const STDIN: &str = "-";

impl Arguments {
    /// The document's path; none when it comes from standard input.
    pub(super) fn spec(&self) -> Option<PathBuf> {
        match &self.spec {
            Some(path) if path == Path::new(STDIN) => None,
            Some(path) => Some(path.clone()),
            None => Some(workspace::root().join("spec/atlas-private-endpoints.yaml")),
        }
    }

    /// The directory of the crate.
    pub(super) fn out(&self) -> PathBuf {
        self.out
            .clone()
            .unwrap_or_else(|| workspace::root().join("generated"))
    }

    /// The settings' path, when there are any.
    pub(super) fn config(&self) -> Option<PathBuf> {
        self.config.clone().or_else(|| {
            let beside = self.spec()?.with_file_name("codegen.toml");
            beside.is_file().then_some(beside)
        })
    }

    /// Whether warnings are errors. Nobody else writes the document of this repository, so it has no excuse.
    pub(super) fn strict(&self) -> bool {
        self.strict || self.spec.is_none()
    }

    /// The command that brings the directory up to date, for a shell.
    pub(super) fn repair(&self) -> String {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|path| path.display().to_string());
        let options = [
            ("--spec", path(&self.spec)),
            ("--out", path(&self.out)),
            ("--config", path(&self.config)),
            ("--name", self.name.clone()),
        ];
        let mut command = "cargo xtask codegen".to_owned();
        for (option, value) in options {
            if let Some(value) = value {
                command = format!("{command} {option} {}", quoted(&value));
            }
        }
        if self.strict {
            command.push_str(" --strict");
        }
        command
    }
}

/// `word` as a POSIX shell takes it literally.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// A name that Cargo takes.
fn crate_name(text: &str) -> Result<String, &'static str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(is_part) {
        Ok(text.to_owned())
    } else {
        Err("a crate's name is letters, digits, `-` and `_`, with a letter in front")
    }
}
