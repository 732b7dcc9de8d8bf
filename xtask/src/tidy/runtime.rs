//! Rules about the runtime, whose files are copied into every client.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Findings;
use crate::disk;

/// The root of the runtime, which is not copied: what only operations use looks dead there.
pub(super) const ROOT: &str = "codegen/runtime/src/lib.rs";

const SOURCES: &str = "codegen/runtime/src";

/// The emitter's list of the files that it copies.
const TABLE: &str = "codegen/src/emit/runtime.rs";

/// Whether the file at `path` lands in clients.
pub(super) fn is_copied(path: &str) -> bool {
    path.strip_prefix(SOURCES)
        .and_then(|rest| rest.strip_prefix('/'))
        .is_some_and(is_copied_source)
}

/// Emitted clients have their own root and their own constants, and no tests.
fn is_copied_source(name: &str) -> bool {
    !matches!(name, "lib.rs" | "constants.rs") && !name.starts_with("tests/")
}

/// Every file that should be copied is.
pub(super) fn check_table(root: &Path, findings: &mut Findings) -> Result<()> {
    let table =
        fs::read_to_string(root.join(TABLE)).with_context(|| format!("cannot read {TABLE}"))?;
    for name in disk::package_files(&root.join(SOURCES))?.into_keys() {
        if is_copied_source(&name) && !table.contains(&format!("\"{name}\"")) {
            findings.add(
                &format!("{SOURCES}/{name}"),
                1,
                format!("the file is missing in the table of {TABLE}, so clients do not have it"),
            );
        }
    }
    Ok(())
}
