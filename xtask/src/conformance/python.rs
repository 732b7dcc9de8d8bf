//! Source distributions of Python packages, which contain suites.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, ensure};

/// The directory of a source distribution below `output`, which is downloaded first. `None` if it is unavailable.
pub(super) fn source(output: &Path, package: &str, version: &str) -> Result<Option<PathBuf>> {
    let folder = output.join("python");
    let name = format!("{package}-{version}");
    let directory = folder.join(&name);
    if directory.exists() {
        return Ok(Some(directory));
    }
    fs::create_dir_all(&folder)?;
    let arguments = ["download", "--no-deps", "--no-binary", ":all:", "--quiet"];
    let status = Command::new("pip3")
        .args(arguments)
        .arg(format!("{package}=={version}"))
        .current_dir(&folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !status.is_ok_and(|status| status.success()) {
        return Ok(None);
    }
    let archive = format!("{name}.tar.gz");
    let unpacked = Command::new("tar")
        .args(["xzf", &archive])
        .current_dir(&folder)
        .status()?;
    ensure!(unpacked.success(), "cannot unpack {archive}");
    Ok(Some(directory))
}
