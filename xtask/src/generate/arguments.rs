//! The command line of `cargo xtask codegen`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use codegen::ir::ApiVersion;
use codegen::options::check_crate_name;
use codegen::{Form, Options};

use super::part::PartArguments;
use crate::report::Format;
use crate::workspace;

/// The options of `cargo xtask codegen`.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// OpenAPI 3.0, 3.1 or 3.2 document, YAML or JSON; `-` is standard input [default: spec/atlas-private-endpoints.yaml]
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// Overlay (Overlay 1.1) that repairs the document; repeatable, applied after those of the settings
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// Directory of the crate [default: generated]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Settings [default: codegen.toml beside the document, if it exists]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Name of the crate [default: from the settings, else from the document's title]
    #[arg(long, value_name = "CRATE", value_parser = crate_name)]
    name: Option<String>,
    #[command(flatten)]
    part: PartArguments,
    /// Of several dated versions, use the newest not after this date; `preview` includes previews
    #[arg(long, value_name = "DATE", value_parser = version)]
    api_version: Option<ApiVersion>,
    /// Write nothing; print the differences and fail if there are any
    #[arg(long)]
    pub(super) check: bool,
    /// Treat warnings as errors [always on for the document of this repository]
    #[arg(long)]
    strict: bool,
    /// Print every finding; the default is one of each cause and a count. JSON always
    /// contains all
    #[arg(long)]
    pub(super) all: bool,
    /// Format of findings
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(super) message_format: Format,
    /// Print an intermediate result to standard output and write nothing
    #[arg(long, value_name = "STAGE", value_enum, conflicts_with = "check")]
    pub(super) emit: Option<Stage>,
}

/// A stage whose result has a text form.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Stage {
    /// The intermediate representation of the API
    Ir,
    /// The plan of the crate
    Plan,
}

impl From<Stage> for Form {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Ir => Self::Ir,
            Stage::Plan => Self::Plan,
        }
    }
}

const STDIN: &str = "-";

impl Arguments {
    /// The path of the document, `None` for standard input.
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

    /// The path of the settings, if any.
    pub(super) fn config(&self) -> Option<PathBuf> {
        self.config.clone().or_else(|| {
            let beside = self.spec()?.with_file_name("codegen.toml");
            beside.is_file().then_some(beside)
        })
    }

    /// The paths of the overlays: those of the settings, which are relative to the settings, then those of the command line.
    pub(super) fn overlays(&self, options: &Options) -> Vec<PathBuf> {
        let settings = self.config().unwrap_or_default();
        let named = options.document.overlays.iter();
        let named = named.map(|path| settings.with_file_name("").join(path));
        named.chain(self.overlay.iter().cloned()).collect()
    }

    /// Whether warnings are errors, as for the document of this repository, which we control.
    pub(super) fn strict(&self) -> bool {
        self.strict || self.spec.is_none()
    }

    /// Overrides settings by options of the command line.
    pub(super) fn apply(&self, options: &mut Options) {
        self.part.apply(options);
        if let Some(name) = &self.name {
            options.package.name = Some(name.clone());
        }
        if let Some(version) = &self.api_version {
            options.versions.api_version = Some(version.clone());
        }
    }

    /// The command that brings the directory up to date, for a shell.
    pub(super) fn repair(&self) -> String {
        let path = |path: &Option<PathBuf>| path.as_ref().map(|path| path.display().to_string());
        let version = self.api_version.as_ref().map(ToString::to_string);
        let one = [
            ("--spec", path(&self.spec)),
            ("--out", path(&self.out)),
            ("--config", path(&self.config)),
            ("--name", self.name.clone()),
            ("--api-version", version),
        ];
        let one = one
            .into_iter()
            .filter_map(|(option, value)| Some((option, value?)));
        let overlays = self.overlay.iter();
        let overlays = overlays.map(|path| ("--overlay", path.display().to_string()));
        let many = self.part.lists().into_iter();
        let many = many
            .flat_map(|(option, values)| values.iter().map(move |value| (option, value.clone())));
        let mut command = "cargo xtask codegen".to_owned();
        for (option, value) in one.chain(overlays).chain(many) {
            command = format!("{command} {option} {}", quoted(&value));
        }
        for (flag, is_given) in [
            ("--exclude-webhooks", self.part.exclude_webhooks),
            ("--skip-flawed", self.part.skip_flawed),
            ("--strict", self.strict),
        ] {
            if is_given {
                command = format!("{command} {flag}");
            }
        }
        command
    }
}

/// Quotes `word` for a POSIX shell.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

fn version(text: &str) -> Result<ApiVersion, &'static str> {
    ApiVersion::parse(text).ok_or("a version is `preview` or a date such as `2024-08-05`")
}

fn crate_name(text: &str) -> Result<String, String> {
    check_crate_name(text)?;
    Ok(text.to_owned())
}
