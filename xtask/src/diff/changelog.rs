use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use codegen::verdict::render::{Report, changelog};

use crate::workspace;

const TITLE: &str = "# Changelog\n";

/// Writes the entry of the new version above the others, or in place of the one of the same version.
pub(super) fn write(path: &Path, report: &Report) -> Result<()> {
    let name = workspace::display(path);
    let before = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => TITLE.to_owned(),
        Err(error) => return Err(error).with_context(|| format!("cannot read {name}")),
    };
    let after = with_entry(&before, &report.new_version, &changelog(report));
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, after).with_context(|| format!("cannot write {name}"))?;
    eprintln!("{name}: the entry of {} is up to date", report.new_version);
    Ok(())
}

fn with_entry(text: &str, version: &str, entry: &str) -> String {
    let mut parts = text.split("\n## ");
    let title = parts.next().unwrap_or(TITLE).trim_end();
    let is_other = |part: &&str| part.lines().next() != Some(version);
    let others = parts.filter(is_other);
    let others: Vec<_> = others
        .map(|it| format!("\n## {}\n", it.trim_end()))
        .collect();
    format!("{title}\n\n{}\n{}", entry.trim_end(), others.concat())
}

#[cfg(test)]
mod tests {
    use super::with_entry;

    #[test]
    fn an_entry_is_added_once() {
        let first = with_entry("# Changelog\n", "0.1.0", "## 0.1.0\n\nA.\n");
        assert_eq!(first, "# Changelog\n\n## 0.1.0\n\nA.\n");
        let second = with_entry(&first, "0.2.0", "## 0.2.0\n\nB.\n");
        assert_eq!(second, "# Changelog\n\n## 0.2.0\n\nB.\n\n## 0.1.0\n\nA.\n");
        let again = with_entry(&second, "0.2.0", "## 0.2.0\n\nC.\n");
        assert_eq!(again, "# Changelog\n\n## 0.2.0\n\nC.\n\n## 0.1.0\n\nA.\n");
    }
}
