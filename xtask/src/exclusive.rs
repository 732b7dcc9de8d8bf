//! Prevents concurrent runs in the directory of a crate.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use anyhow::{Context, Result};

use crate::disk;
use crate::write;

/// Excludes other runs from a directory until it is dropped or the process ends.
#[must_use]
pub(crate) struct Exclusive {
    _directory: File,
}

/// Waits until no other run writes to the directory `root`, which is created if it does not exist.
///
/// Temporary files of killed runs are deleted. While the lock is held, no other run owns any.
pub(crate) fn lock(root: &Path) -> Result<Exclusive> {
    let directory = fs::create_dir_all(root)
        .and_then(|()| File::open(root))
        .and_then(|directory| wait(&directory).map(|()| directory))
        .with_context(|| format!("cannot lock {}", root.display()))?;
    for (path, file) in disk::package_files(root)? {
        if write::is_temporary(&path) {
            fs::remove_file(&file).with_context(|| format!("cannot delete {}", file.display()))?;
        }
    }
    Ok(Exclusive {
        _directory: directory,
    })
}

#[cfg(unix)]
fn wait(directory: &File) -> io::Result<()> {
    let lock = rustix::fs::FlockOperation::LockExclusive;
    rustix::fs::flock(directory, lock).map_err(io::Error::from)
}

#[cfg(not(unix))]
fn wait(_directory: &File) -> io::Result<()> {
    Ok(())
}
