//! Accepted changes: a fingerprint and the reason on each line, `#` begins a comment.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use codegen::verdict::Change;

/// Reads a file, and warns of fingerprints that no change has.
pub(super) fn read(path: &Path, changes: &[Change]) -> Result<BTreeMap<String, String>> {
    let name = path.display();
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
    let mut accepted = BTreeMap::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((fingerprint, reason)) = line.split_once(char::is_whitespace) else {
            bail!("{name}:{number}: `{line}` has no reason");
        };
        if !changes.iter().any(|it| it.fingerprint == fingerprint) {
            eprintln!("warning: {name}:{number}: no change has the fingerprint `{fingerprint}`");
        }
        accepted.insert(fingerprint.to_owned(), reason.trim().to_owned());
    }
    Ok(accepted)
}
