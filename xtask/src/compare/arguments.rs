//! The command line of `cargo xtask compare`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

/// What to compare on.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// OpenAPI document, YAML or JSON
    pub(super) spec: PathBuf,
    /// How often each generator runs; the median counts
    #[arg(long, value_name = "N", default_value = "5")]
    pub(super) runs: NonZeroUsize,
    /// Print the table as Markdown
    #[arg(long)]
    pub(super) markdown: bool,
}
