//! Lines of a text.

use std::ops::Range;

/// A text and the ends of its lines. A minified document is one line with many findings, so they are searched for once.
pub(super) struct Lines<'t> {
    text: &'t str,
    ends: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(offset, _)| offset);
        Self {
            text,
            ends: ends.collect(),
        }
    }

    /// From an offset to the end of its line.
    pub(super) fn rest(&self, offset: usize) -> Range<usize> {
        let mut start = offset.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let next = self.ends.partition_point(|end| *end < start);
        let end = self.ends.get(next).map_or(self.text.len(), |end| *end);
        start..start + self.text[start..end].trim_end().len()
    }

    /// The offset of the first character of a line, from 0.
    pub(super) fn start(&self, line: usize) -> usize {
        match line.checked_sub(1) {
            None => 0,
            Some(previous) => self
                .ends
                .get(previous)
                .map_or(self.text.len(), |end| end + 1),
        }
    }
}
