//! Walking directories.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// All files of the package in `root` by their relative path with `/`; links are not followed. Empty if there is no
/// such directory.
///
/// Build output, hidden directories and nested packages are excluded.
pub(crate) fn package_files(root: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut files = BTreeMap::new();
    if root.exists() {
        walk(root, "", &mut files)?;
    }
    Ok(files)
}

fn walk(directory: &Path, prefix: &str, files: &mut BTreeMap<String, PathBuf>) -> Result<()> {
    let entries = fs::read_dir(directory)
        .and_then(Iterator::collect::<io::Result<Vec<_>>>)
        .with_context(|| format!("cannot list {}", directory.display()))?;
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry
            .file_type()
            .with_context(|| format!("cannot read {}", entry.path().display()))?;
        if kind.is_file() {
            files.insert(format!("{prefix}{name}"), entry.path());
        } else if kind.is_dir() && !is_foreign(&entry.path(), &name) {
            walk(&entry.path(), &format!("{prefix}{name}/"), files)?;
        }
    }
    Ok(())
}

fn is_foreign(directory: &Path, name: &str) -> bool {
    name == "target" || name.starts_with('.') || directory.join("Cargo.toml").exists()
}
