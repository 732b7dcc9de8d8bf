//! The marker in the first line of every generated file.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use codegen::MARKER;

/// The start of the first line before the marker, by the comment syntax of the format.
const COMMENTS: [&str; 4] = ["// ", "# ", "<!-- ", "{ \"$comment\": \""];

/// More than the length of this part of the first line.
const READ_LIMIT: u64 = 256;

/// Whether `content` begins with the marker, exactly as the generator writes it. A file that merely quotes it is not
/// generated.
pub(crate) fn is_in(content: &[u8]) -> bool {
    COMMENTS.iter().any(|comment| {
        let rest = content.strip_prefix(comment.as_bytes());
        let rest = rest.and_then(|rest| rest.strip_prefix(MARKER.as_bytes()));
        rest.is_some_and(|rest| rest.starts_with(b" from "))
    })
}

/// Whether the file at `path` begins with the marker; only its beginning is read.
pub(crate) fn is_on_disk(path: &Path) -> Result<bool> {
    let mut head = Vec::new();
    File::open(path)
        .and_then(|file| file.take(READ_LIMIT).read_to_end(&mut head))
        .with_context(|| format!("cannot read {}", path.display()))?;
    Ok(is_in(&head))
}
