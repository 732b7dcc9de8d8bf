//! The comparison with the last release, as a step of `cargo xtask ci`.

use anyhow::Result;
use codegen::verdict::render;

use super::side::Side;
use super::{git, report};

/// Prints the verdict against the last release. Returns whether the version has been raised far enough.
pub(crate) fn passes() -> Result<bool> {
    let Some(tag) = git::newest_release()? else {
        println!("ci: cargo xtask diff: skipped, there is no release: no tag `v*`");
        return Ok(true);
    };
    let report = report(&Side::at(&tag)?, &Side::working_tree()?)?;
    print!("{}", render::text(&report));
    let missing = report.missing_version();
    if let Some(version) = &missing {
        println!(
            "ci: cargo xtask diff {tag}: FAILED: raise `version` in spec/codegen.toml to {version}"
        );
    }
    Ok(missing.is_none())
}
