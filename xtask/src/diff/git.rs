//! Revisions of this repository.

use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, Result, bail};

use crate::workspace;

fn git(arguments: &[&str]) -> Result<Output> {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(workspace::root());
    command.output().context("cannot run git")
}

fn line(arguments: &[&str]) -> Result<Option<String>> {
    let output = git(arguments)?;
    let text = String::from_utf8_lossy(&output.stdout);
    let first = text.lines().next().map(str::to_owned);
    Ok(first.filter(|_| output.status.success()))
}

/// The commit of a revision.
pub(super) fn commit(revision: &str) -> Result<String> {
    let commit = format!("{revision}^{{commit}}");
    let found = line(&[
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        &commit,
    ])?;
    match found {
        Some(commit) => Ok(commit),
        None => bail!(
            "`{revision}` is neither a file, nor a folder, nor a git revision of this repository"
        ),
    }
}

/// The text of a file at a commit, if it exists there.
pub(super) fn file(commit: &str, path: &Path) -> Result<Option<String>> {
    let output = git(&["show", &format!("{commit}:{}", path.display())])?;
    let text = output.status.success().then_some(output.stdout);
    let text = text.map(String::from_utf8).transpose();
    text.with_context(|| format!("{} at {commit} is not text", path.display()))
}

/// The commit where the working tree has left `main`.
pub(super) fn merge_base() -> Result<String> {
    for main in ["main", "origin/main"] {
        if let Some(commit) = line(&["merge-base", "HEAD", main])? {
            return Ok(commit);
        }
    }
    bail!("there is no branch `main`: name the old side")
}

/// The newest release: the greatest tag `v*`.
pub(super) fn newest_release() -> Result<Option<String>> {
    line(&["tag", "--list", "v[0-9]*", "--sort=-version:refname"])
}
