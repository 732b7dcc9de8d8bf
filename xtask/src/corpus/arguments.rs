//! The command line of `cargo xtask corpus`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::check::Check;
use super::exercise;

/// The documents, and the checks of their clients.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Folders of documents (.yaml, .yml, .json), or single documents
    #[arg(required = true, value_name = "DIR")]
    pub(super) places: Vec<PathBuf>,
    /// Only documents of up to this size
    #[arg(long, value_name = "KB")]
    pub(super) up_to: Option<u64>,
    /// Only this number of documents, those with the smallest hashes of their paths
    #[arg(long, value_name = "N")]
    pub(super) sample: Option<usize>,
    /// Generate only, and write no clients
    #[arg(long)]
    pub(super) no_compile: bool,
    /// Additional checks
    #[arg(
        long,
        value_enum,
        value_name = "CHECK",
        value_delimiter = ',',
        conflicts_with = "no_compile"
    )]
    also: Vec<Check>,
    /// Call every operation once in memory, in place of the check by rustc alone; `prism` also sends the requests to Prism
    #[arg(
        long,
        value_enum,
        value_name = "SERVER",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "memory",
        conflicts_with = "no_compile"
    )]
    pub(super) exercise: Option<Exercise>,
    /// Omit the operations that cannot be right
    #[arg(long)]
    pub(super) skip_flawed: bool,
    /// Number of generating threads and of concurrent compilers
    #[arg(long, value_name = "N", default_value = "2")]
    pub(super) jobs: NonZeroUsize,
    /// Time limit for a document
    #[arg(long, value_name = "SECONDS", default_value = "300")]
    pub(super) time_limit: u64,
    #[command(flatten)]
    pub(super) layout: Layout,
}

/// The layout of the results.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Print tables as Markdown
    #[arg(long)]
    pub(super) markdown: bool,
    /// Omit the rows of accepted documents without errors, and add a table of kinds of findings
    #[arg(long)]
    pub(super) brief: bool,
}

/// The servers of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Exercise {
    /// A transport in memory.
    Memory,
    /// Also the server Prism, which validates requests against the document.
    Prism,
}

impl Arguments {
    /// Whether requests are sent to Prism.
    pub(super) fn has_prism(&self) -> bool {
        self.exercise == Some(Exercise::Prism)
    }

    /// The names of all checks.
    pub(super) fn names(&self) -> Vec<&'static str> {
        let checks = self.checks().into_iter().map(Check::name);
        let exercise = self.exercise.map(|_| exercise::NAME);
        let prism = self.has_prism().then_some(exercise::PRISM);
        checks.chain(exercise).chain(prism).collect()
    }

    /// The checks of the clients. Clippy includes the warnings of rustc.
    pub(super) fn checks(&self) -> Vec<Check> {
        if self.no_compile {
            return Vec::new();
        }
        let also = |check| self.also.contains(&check);
        Check::ALL
            .into_iter()
            .filter(|&check| match check {
                Check::Rustc => !also(Check::Clippy) && self.exercise.is_none(),
                check => also(check),
            })
            .collect()
    }
}
