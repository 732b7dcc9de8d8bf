//! Byte offsets as lines and columns.

use std::ops::Range;

/// A place in a text as people count: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// How many characters stand between two offsets that are remembered.
const STRIDE: usize = 256;

/// Where the lines of a text begin. One line may have megabytes and many findings, so characters are not counted from
/// its beginning each time.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The offset of every so many characters.
    offsets: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after_breaks).collect(),
            offsets: text
                .char_indices()
                .map(|(offset, _)| offset)
                .step_by(STRIDE)
                .collect(),
        }
    }

    /// The nearest range that begins and ends within the text and between characters.
    pub(super) fn clamp(&self, span: Range<usize>) -> Range<usize> {
        let start = floor(self.text, span.start);
        start..floor(self.text, span.end).max(start)
    }

    /// The place of a byte offset, which lies between characters.
    pub(super) fn place(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.line(line).start;
        Place {
            line,
            column: self.characters(offset) - self.characters(start) + 1,
        }
    }

    /// How many characters stand before an offset.
    fn characters(&self, offset: usize) -> usize {
        let before = self.offsets.partition_point(|&start| start <= offset);
        let Some(last) = before.checked_sub(1) else {
            return 0;
        };
        last * STRIDE + self.text[self.offsets[last]..offset].chars().count()
    }

    /// The byte range of a line that [`Self::place`] gave, without its line break.
    pub(super) fn line(&self, line: usize) -> Range<usize> {
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let next = self.starts.get(line).copied().unwrap_or(self.text.len());
        let text = self.text[start..next].trim_end_matches(['\n', '\r']);
        start..start + text.len()
    }
}

/// The last offset up to `offset` that lies between characters of `text`.
fn floor(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len()))
        .rev()
        .find(|&offset| text.is_char_boundary(offset))
        .unwrap_or_default()
}
