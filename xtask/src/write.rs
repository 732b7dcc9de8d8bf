//! A file tree against a directory: what differs, and how the directory is brought in line.
//!
//! A file belongs to the generator when its first line is the marker. A text without one, such as a licence, belongs to
//! it in a crate whose manifest has one. Nothing else on disk is ever overwritten or deleted, and nothing is deleted in
//! directories that the generator does not write to.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use codegen::FileTree;
use tempfile::TempPath;

use crate::disk;
use crate::marker;

/// How a file on disk differs from the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The tree has it, the disk has not.
    Added,
    /// Both have it, with different content.
    Changed,
    /// The disk has it from an earlier run, the tree has not.
    Stale,
}

/// One file that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change<'t> {
    /// Relative to the directory, with `/`.
    pub(crate) path: String,
    /// How it differs.
    pub(crate) kind: Kind,
    /// What is on disk; empty when nothing is.
    pub(crate) before: Vec<u8>,
    /// What belongs there; empty when nothing does.
    pub(crate) after: &'t str,
}

/// All differences between a directory and a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Changes<'t> {
    root: PathBuf,
    /// Whether an earlier run made the crate.
    is_generated: bool,
    /// By path.
    pub(crate) files: Vec<Change<'t>>,
    /// How many files are as they should be.
    pub(crate) unchanged: usize,
    /// Paths that the tree needs and that hold something the generator did not write.
    pub(crate) occupied: Vec<String>,
}

/// What is found where a file belongs.
enum Occupant {
    Nothing,
    File(Vec<u8>),
    /// A directory, a link, or a file where a directory belongs.
    Other,
}

/// Compares the directory `root`, which need not exist, with `tree`.
pub(crate) fn compare<'t>(root: &Path, tree: &'t FileTree) -> Result<Changes<'t>> {
    let manifest = root.join("Cargo.toml");
    let mut changes = Changes {
        root: root.to_owned(),
        is_generated: manifest.is_file() && marker::is_on_disk(&manifest)?,
        files: Vec::new(),
        unchanged: 0,
        occupied: Vec::new(),
    };
    for (path, content) in tree {
        let found = occupant(root, path)
            .with_context(|| format!("cannot read {}", root.join(path).display()))?;
        changes.note(path, content, found);
    }
    for (path, file) in disk::package_files(root)? {
        let is_candidate = is_own_place(&path) && !is_temporary(&path);
        if is_candidate && !tree.contains_key(&path) && marker::is_on_disk(&file)? {
            let before =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            changes.push(path, Kind::Stale, before, "");
        }
    }
    changes.files.sort_by(|a, b| a.path.cmp(&b.path));
    changes.occupied.sort();
    Ok(changes)
}

/// How the names of temporary files start.
const TEMPORARY: &str = ".codegen-";

/// Whether a file is a temporary one, of a run that is still writing or was killed.
pub(crate) fn is_temporary(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.starts_with(TEMPORARY)
}

/// Whether the generator writes to the directory of a file.
fn is_own_place(path: &str) -> bool {
    match path.split_once('/') {
        Some((directory, _)) => ["src", "examples"].contains(&directory),
        None => true,
    }
}

/// Looks at `path` without following links, so that nothing is ever written outside of `root`.
fn occupant(root: &Path, path: &str) -> io::Result<Occupant> {
    let mut place = root.to_owned();
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        place.push(segment);
        let kind = match fs::symlink_metadata(&place) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Occupant::Nothing),
            Err(error) => return Err(error),
        };
        let is_last = segments.peek().is_none();
        if is_last && kind.is_file() {
            return Ok(Occupant::File(fs::read(&place)?));
        }
        if is_last || !kind.is_dir() {
            return Ok(Occupant::Other);
        }
    }
    Ok(Occupant::Other)
}

impl<'t> Changes<'t> {
    fn note(&mut self, path: &str, content: &'t str, found: Occupant) {
        match found {
            Occupant::Nothing => self.push(path.to_owned(), Kind::Added, Vec::new(), content),
            Occupant::File(before) if before == content.as_bytes() => self.unchanged += 1,
            Occupant::File(before) => {
                let never_marked = !marker::is_in(content.as_bytes());
                let is_ours = marker::is_in(&before) || (self.is_generated && never_marked);
                if !is_ours {
                    self.occupied.push(path.to_owned());
                }
                self.push(path.to_owned(), Kind::Changed, before, content);
            }
            Occupant::Other => {
                self.occupied.push(path.to_owned());
                self.push(path.to_owned(), Kind::Changed, Vec::new(), content);
            }
        }
    }

    fn push(&mut self, path: String, kind: Kind, before: Vec<u8>, after: &'t str) {
        self.files.push(Change {
            path,
            kind,
            before,
            after,
        });
    }

    /// How many files differ in the way that `kind` says.
    pub(crate) fn count(&self, kind: Kind) -> usize {
        self.files.iter().filter(|file| file.kind == kind).count()
    }

    /// Brings the directory in line with the tree; the caller has seen to it that nothing is occupied.
    ///
    /// All new content is on disk under temporary names before the first file is replaced, so that a full disk or a
    /// missing right leaves the directory as it was.
    pub(crate) fn apply(&self) -> Result<()> {
        let mut staged = BTreeMap::new();
        for file in self.files.iter().filter(|file| file.kind != Kind::Stale) {
            let target = self.root.join(&file.path);
            let temporary = stage(&target, file.after)
                .with_context(|| format!("cannot write {}", target.display()))?;
            staged.insert(target, temporary);
        }
        for (target, temporary) in staged {
            temporary
                .persist(&target)
                .with_context(|| format!("cannot replace {}", target.display()))?;
        }
        for file in self.files.iter().filter(|file| file.kind == Kind::Stale) {
            self.delete(&file.path)?;
        }
        Ok(())
    }

    fn delete(&self, path: &str) -> Result<()> {
        let target = self.root.join(path);
        fs::remove_file(&target).with_context(|| format!("cannot delete {}", target.display()))?;
        // Directories that this leaves empty go too; the first one that is not empty ends the walk.
        for directory in target.ancestors().skip(1) {
            if directory == self.root || fs::remove_dir(directory).is_err() {
                break;
            }
        }
        Ok(())
    }
}

/// Writes `content` beside `target`, on the same file system, with the permissions of any new file.
fn stage(target: &Path, content: &str) -> io::Result<TempPath> {
    let directory = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(directory)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(TEMPORARY).tempfile_in(directory)?;
    io::Write::write_all(&mut file, content.as_bytes())?;
    Ok(file.into_temp_path())
}

#[cfg(test)]
#[path = "write_tests.rs"]
mod tests;
