//! The mark that every generated file bears.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use codegen::MARKER;

/// The marker stands near the top, after what a format wants in front of a comment.
const LINES: usize = 3;

/// Far more than three lines of any generated file.
const READ_LIMIT: u64 = 4096;

/// Whether `content` bears the marker.
pub(crate) fn is_in(content: &[u8]) -> bool {
    content
        .split(|&byte| byte == b'\n')
        .take(LINES)
        .any(|line| String::from_utf8_lossy(line).contains(MARKER))
}

/// Whether the file at `path` bears the marker; only its beginning is read.
pub(crate) fn is_on_disk(path: &Path) -> Result<bool> {
    let mut head = Vec::new();
    File::open(path)
        .and_then(|file| file.take(READ_LIMIT).read_to_end(&mut head))
        .with_context(|| format!("cannot read {}", path.display()))?;
    Ok(is_in(&head))
}
