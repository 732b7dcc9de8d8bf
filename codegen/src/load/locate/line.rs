//! Lines of a text.

use std::ops::Range;

/// From an offset to the end of its line.
pub(super) fn rest_of_line(text: &str, offset: usize) -> Range<usize> {
    let mut start = offset.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let line = text[start..].lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}
