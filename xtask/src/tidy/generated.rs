//! Rules about the client.

use std::path::Path;

use anyhow::Result;

use super::Findings;
use crate::{disk, marker};

const CLIENT: &str = "generated";

/// Every file of the client has the marker, except for licences and the lock file.
pub(super) fn check(root: &Path, findings: &mut Findings) -> Result<()> {
    for (name, place) in disk::package_files(&root.join(CLIENT))? {
        let is_exempt = name.starts_with("LICENSE") || name == "Cargo.lock";
        if !is_exempt && !marker::is_on_disk(&place)? {
            findings.add(
                &format!("{CLIENT}/{name}"),
                1,
                "the file has no marker, so the generator would never delete it",
            );
        }
    }
    Ok(())
}
