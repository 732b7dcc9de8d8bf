//! Measures the build of a generator's output, without its dependencies.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::generator::{Generator, PACKAGE};
use super::measure::{Cost, measure};
use crate::workspace;

/// The cost of building a crate without its dependencies.
pub(super) struct Built {
    pub(super) check: Cost,
    pub(super) release: Cost,
    /// Size of the library in bytes.
    pub(super) rlib: u64,
}

/// Builds the crate in `directory`, after its dependencies.
pub(super) fn measure_crate(generator: Generator, directory: &Path) -> Result<Built> {
    let folder = directory.parent().unwrap_or(directory);
    write_workspace(generator, folder)?;
    without_source(directory, || {
        cargo(folder, "check", &[])?;
        cargo(folder, "build", &["--release"])
    })?;
    let check = cargo(folder, "check", &[])?;
    let release = cargo(folder, "build", &["--release"])?;
    let file = format!("build/release/lib{}.rlib", PACKAGE.replace('-', "_"));
    let file = folder.join(file);
    let rlib = fs::metadata(&file).with_context(|| format!("there is no {}", file.display()))?;
    Ok(Built {
        check,
        release,
        rlib: rlib.len(),
    })
}

/// A separate workspace, so that the crate is not part of this one.
fn write_workspace(generator: Generator, folder: &Path) -> Result<()> {
    let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"client\"]\n";
    fs::write(folder.join("Cargo.toml"), manifest)
        .with_context(|| format!("cannot write to {}", folder.display()))?;
    if generator == Generator::Ours {
        // The versions that are tested in this repository.
        fs::copy(
            workspace::root().join("Cargo.lock"),
            folder.join("Cargo.lock"),
        )
        .context("cannot copy Cargo.lock")?;
    }
    Ok(())
}

/// Runs `work` while the library in `directory` is empty. Its files are rewritten afterwards, so that Cargo builds them.
fn without_source<T>(directory: &Path, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let (source, aside) = (directory.join("src"), directory.join("src.aside"));
    fs::rename(&source, &aside)
        .and_then(|()| fs::create_dir(&source))
        .and_then(|()| fs::write(source.join("lib.rs"), "//! Nothing.\n"))
        .with_context(|| format!("cannot put {} aside", source.display()))?;
    let done = work();
    fs::remove_dir_all(&source)
        .and_then(|()| fs::rename(&aside, &source))
        .and_then(|()| {
            let root = source.join("lib.rs");
            let text = fs::read(&root)?;
            fs::write(root, text)
        })
        .with_context(|| format!("cannot restore {}", source.display()))?;
    done
}

fn cargo(folder: &Path, command: &str, arguments: &[&str]) -> Result<Cost> {
    let mut cargo = Command::new(workspace::cargo());
    cargo
        .arg(command)
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("build"))
        .env("CARGO_INCREMENTAL", "0");
    measure(&mut cargo)
}
