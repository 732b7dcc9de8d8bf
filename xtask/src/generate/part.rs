//! The part of the document to generate, on the command line.

use clap::Args;
use codegen::Options;
use codegen::options::SelectOptions;

/// Selections, exclusions, and the treatment of errors.
#[derive(Args, Debug)]
pub(super) struct PartArguments {
    /// Generate every operation with this tag; repeatable, also together with the next two
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
    /// Generate this operation: its id, or its method and path, `GET /pets`
    #[arg(long, value_name = "OPERATION")]
    operation: Vec<String>,
    /// Generate every operation of this path and of those below it, in whole segments
    #[arg(long, value_name = "PATH")]
    path: Vec<String>,
    /// Omit every operation with this tag; repeatable, also together with the other options of selection
    #[arg(long, value_name = "TAG")]
    exclude_tag: Vec<String>,
    /// Omit this operation: its id, or its method and path, `GET /pets`
    #[arg(long, value_name = "OPERATION")]
    exclude_operation: Vec<String>,
    /// Omit every operation of this path and of those below it, in whole segments
    #[arg(long, value_name = "PATH")]
    exclude_path: Vec<String>,
    /// Omit webhooks and callbacks, the requests that the server sends
    #[arg(long)]
    pub(super) exclude_webhooks: bool,
    /// Omit the operations that cannot be right, and list them in the documentation of the crate
    #[arg(long)]
    pub(super) skip_flawed: bool,
}

impl PartArguments {
    /// Overrides settings by options of the command line.
    pub(super) fn apply(&self, options: &mut Options) {
        options.select.replace(SelectOptions {
            tags: self.tag.clone(),
            operations: self.operation.clone(),
            paths: self.path.clone(),
            exclude_tags: self.exclude_tag.clone(),
            exclude_operations: self.exclude_operation.clone(),
            exclude_paths: self.exclude_path.clone(),
            exclude_webhooks: self.exclude_webhooks,
        });
        options.document.skip_flawed |= self.skip_flawed;
    }

    /// The options that may be repeated, with their values.
    pub(super) fn lists(&self) -> [(&'static str, &[String]); 6] {
        [
            ("--tag", &self.tag),
            ("--operation", &self.operation),
            ("--path", &self.path),
            ("--exclude-tag", &self.exclude_tag),
            ("--exclude-operation", &self.exclude_operation),
            ("--exclude-path", &self.exclude_path),
        ]
    }
}
