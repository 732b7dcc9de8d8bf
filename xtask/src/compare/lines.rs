//! Counts lines of code.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::disk;

/// Lines of the Rust files of a crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) code: usize,
    /// Including documentation.
    pub(super) comments: usize,
    pub(super) empty: usize,
}

/// Counts the lines of all Rust files in `directory`.
pub(super) fn count(directory: &Path) -> Result<Lines> {
    let mut lines = Lines::default();
    for path in disk::package_files(directory)?.into_values() {
        if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            lines.add(&text);
        }
    }
    Ok(lines)
}

impl Lines {
    pub(super) fn all(self) -> usize {
        self.code + self.comments + self.empty
    }

    fn add(&mut self, text: &str) {
        let mut in_comment = false;
        for line in text.lines().map(str::trim) {
            in_comment |= line.starts_with("/*");
            if in_comment || line.starts_with("//") {
                self.comments += 1;
                in_comment &= !line.ends_with("*/");
            } else if line.is_empty() {
                self.empty += 1;
            } else {
                self.code += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn documentation_is_a_comment() {
        let mut lines = Lines::default();
        lines.add("/// a\n/** b\n\nc */\n/* d */\nfn e() {\n\n}\n");
        let expected = Lines {
            code: 2,
            comments: 5,
            empty: 1,
        };
        assert_eq!((lines, lines.all()), (expected, 8));
    }
}
