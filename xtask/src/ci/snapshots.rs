//! Snapshots that no test uses.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::NamedTempFile;

use crate::{disk, workspace};

/// The snapshots that tests have used, as recorded by insta for its command line tool.
pub(super) struct References(NamedTempFile);

impl References {
    /// The environment variable with the path of insta's records.
    pub(super) const VARIABLE: &str = "INSTA_SNAPSHOT_REFERENCES_FILE";

    pub(super) fn new() -> Result<Self> {
        let file = NamedTempFile::new().context("cannot make a temporary file")?;
        Ok(Self(file))
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Whether tests use all snapshots of the workspace at `root`; prints the others.
    pub(super) fn cover_all(&self, root: &Path) -> Result<bool> {
        let noted = fs::read_to_string(self.path()).context("cannot read the noted snapshots")?;
        let noted: BTreeSet<PathBuf> = noted
            .lines()
            .filter_map(|line| fs::canonicalize(line).ok())
            .collect();
        let mut unreferenced = Vec::new();
        for package in workspace::PACKAGES {
            for place in disk::package_files(&root.join(package))?.into_values() {
                let is_snapshot = place.extension().is_some_and(|it| it == "snap");
                if is_snapshot && !noted.contains(&fs::canonicalize(&place)?) {
                    unreferenced.push(place);
                }
            }
        }
        for place in &unreferenced {
            println!(
                "ci: {}: no test uses this snapshot, delete it",
                workspace::display(place)
            );
        }
        Ok(unreferenced.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::References;

    #[test]
    fn a_snapshot_that_no_test_noted_is_found() {
        let root = tempfile::tempdir().unwrap();
        let snapshots = root.path().join("tests/snapshots");
        fs::create_dir_all(&snapshots).unwrap();
        fs::write(snapshots.join("used.snap"), "").unwrap();

        let references = References::new().unwrap();
        let used = snapshots.join("../snapshots/used.snap");
        fs::write(references.path(), format!("{}\n", used.display())).unwrap();
        assert!(references.cover_all(root.path()).unwrap());

        fs::write(snapshots.join("left.snap"), "").unwrap();
        assert!(!references.cover_all(root.path()).unwrap());
    }
}
