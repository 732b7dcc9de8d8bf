//! The clients of a run: crates in one workspace, so that their dependencies are compiled once.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use codegen::FileTree;

use super::document::Document;
use super::store::digest;
use crate::{workspace, write};

/// The location of the clients.
pub(super) struct Clients {
    /// The root of their workspace.
    pub(super) root: PathBuf,
    /// The target directory of all workspaces.
    pub(super) build: PathBuf,
}

impl Clients {
    /// Creates a workspace for these documents in `folder`. Other documents have another workspace, so that runs do not block each other.
    pub(super) fn new(folder: &Path, documents: &[Document]) -> Self {
        let paths: Vec<_> = documents.iter().map(|it| &it.path).collect();
        Self {
            root: folder.join(format!("{:016x}", digest(paths))),
            build: folder.join("build"),
        }
    }

    /// The directory of a client.
    pub(super) fn directory(&self, document: &Document) -> PathBuf {
        self.root.join(&document.package)
    }

    /// Writes the workspace with these members.
    pub(super) fn write_workspace<'a>(
        &self,
        members: impl Iterator<Item = &'a Document>,
    ) -> Result<()> {
        let members: Vec<_> = members.map(|document| document.package.clone()).collect();
        self.write_members(&members)
    }

    /// Writes the workspace with the packages in these directories.
    pub(super) fn write_members(&self, members: &[String]) -> Result<()> {
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
        put(&self.root.join("Cargo.toml"), manifest.as_bytes())?;
        // The versions that are tested in this repository.
        let lock = workspace::root().join("Cargo.lock");
        let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
        put(&self.root.join("Cargo.lock"), &lock)
    }
}

/// Writes a client. Unchanged files keep their modification time, so that Cargo does not compile them again.
pub(super) fn write(directory: &Path, tree: &FileTree) -> Result<()> {
    let changes = write::compare(directory, tree)?;
    if !changes.occupied.is_empty() {
        bail!("{} has files that were not generated", directory.display());
    }
    changes.apply()
}

/// Writes a file, unless it has this content.
pub(super) fn put(path: &Path, content: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|it| it == content) {
        return Ok(());
    }
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}
