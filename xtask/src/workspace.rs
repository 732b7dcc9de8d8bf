//! Where this repository is.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Where code is written by hand. A package inside another one is listed on its own.
pub(crate) const PACKAGES: &[&str] = &["codegen", "codegen/runtime", "tests", "xtask"];

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable when it runs this; a binary that is run by itself remembers where it was built.
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().unwrap_or(Path::new(".")).to_owned()
}

/// Where Cargo builds, and where commands leave what git ignores.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Cargo, as it was called.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// `path` as seen from the current directory, when that is above it.
pub(crate) fn display(path: &Path) -> String {
    let below = env::current_dir()
        .ok()
        .and_then(|current| path.strip_prefix(current).ok());
    below.unwrap_or(path).display().to_string()
}
