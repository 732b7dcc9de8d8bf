//! The command line of `cargo xtask compare`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

/// The document and the options of a comparison.
#[derive(Args, Debug)]
pub(crate) struct Arguments {
    /// OpenAPI document, YAML or JSON
    pub(super) spec: PathBuf,
    /// Number of runs of each generator, of which the median is reported
    #[arg(long, value_name = "N", default_value = "5")]
    pub(super) runs: NonZeroUsize,
    /// Print the table as Markdown
    #[arg(long)]
    pub(super) markdown: bool,
}
