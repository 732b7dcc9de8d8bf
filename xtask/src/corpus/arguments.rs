//! The command line of `cargo xtask corpus`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::check::Check;

/// The documents, and the checks of their clients.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// Folders of documents (.yaml, .yml, .json), or single documents
    #[arg(required = true, value_name = "DIR")]
    pub(super) places: Vec<PathBuf>,
    /// Generate only
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
    /// Omit the operations that cannot be right
    #[arg(long)]
    pub(super) skip_flawed: bool,
    /// Number of generating threads and of concurrent compilers
    #[arg(long, value_name = "N", default_value = "2")]
    pub(super) jobs: NonZeroUsize,
    /// Time limit for a document
    #[arg(long, value_name = "SECONDS", default_value = "300")]
    pub(super) time_limit: u64,
    /// Print the table as Markdown
    #[arg(long)]
    pub(super) markdown: bool,
}

impl Arguments {
    /// The checks of the clients. Clippy includes the warnings of rustc.
    pub(super) fn checks(&self) -> Vec<Check> {
        if self.no_compile {
            return Vec::new();
        }
        let also = |check| self.also.contains(&check);
        Check::ALL
            .into_iter()
            .filter(|&check| match check {
                Check::Rustc => !also(Check::Clippy),
                check => also(check),
            })
            .collect()
    }
}
