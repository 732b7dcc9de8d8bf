//! The events of a YAML text. Its parser counts characters, and a range counts bytes.

use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, Span};

use super::line::rest_of_line;
use super::walk::{Nearest, Walk};

/// Walks through a text as far as it parses.
pub(super) fn walk(text: &str, walk: &mut Walk<Span>) {
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        match event {
            Event::Scalar(text, ..) if walk.expects_key() => walk.key(&text, span),
            Event::Alias(_) if walk.expects_key() => walk.key("", span),
            Event::Scalar(..) | Event::Alias(_) => walk.scalar(span),
            Event::MappingStart(..) => walk.enter_object(span),
            Event::SequenceStart(..) => walk.enter_array(span),
            Event::MappingEnd | Event::SequenceEnd => walk.leave(),
            _ => {}
        }
    }
}

/// The range of a found place.
pub(super) fn range(nearest: Nearest<Span>, lines: &Lines<'_>) -> Range<usize> {
    match nearest {
        Nearest::Token(span) => lines.range(span),
        Nearest::Line(span) => rest_of_line(lines.text, lines.offset(span.start)),
    }
}

/// How many characters stand between two offsets that are remembered.
const STRIDE: usize = 256;

/// A text with the offsets of its lines: the parser counts characters, a range counts bytes. A minified document is one
/// line of megabytes with many findings, so the offsets of some characters are at hand as well.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// The offset of every so many characters.
    offsets: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(offset, _)| offset + 1);
        let offsets = text.char_indices().map(|(offset, _)| offset);
        Self {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
            offsets: offsets.step_by(STRIDE).collect(),
        }
    }

    fn offset(&self, marker: Marker) -> usize {
        let line = marker.line().saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(self.text.len());
        let character = self.characters_before(start) + marker.col();
        let Some(&near) = self.offsets.get(character / STRIDE) else {
            return self.text.len();
        };
        self.text[near..]
            .char_indices()
            .nth(character % STRIDE)
            .map_or(self.text.len(), |(within, _)| near + within)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let passed = self.offsets.partition_point(|&start| start <= offset);
        let Some(last) = passed.checked_sub(1) else {
            return 0;
        };
        last * STRIDE + self.text[self.offsets[last]..offset].chars().count()
    }

    fn range(&self, span: Span) -> Range<usize> {
        let start = self.offset(span.start);
        let end = self.offset(span.end).max(start);
        // The parser counts the line break after a plain scalar in.
        let trimmed = self.text[start..end].trim_end();
        start..start + trimmed.len()
    }
}
