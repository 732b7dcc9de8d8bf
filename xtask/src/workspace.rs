//! The location of this repository.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The packages of hand-written code. Nested packages are listed separately.
pub(crate) const PACKAGES: &[&str] = &["codegen", "codegen/runtime", "tests", "xtask"];

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable; a binary that runs without Cargo uses the path where it was built.
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().unwrap_or(Path::new(".")).to_owned()
}

/// The target directory, also for other files that git ignores.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The Cargo that runs this command.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// `path` relative to the current directory, if it is below it.
pub(crate) fn display(path: &Path) -> String {
    let below = env::current_dir()
        .ok()
        .and_then(|current| path.strip_prefix(current).ok());
    below.unwrap_or(path).display().to_string()
}
