//! The events of a YAML text. Its parser counts characters, and a range counts bytes.

use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, Span};

use super::line::Lines;
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
pub(super) fn range(nearest: Nearest<Span>, offsets: &Offsets<'_>) -> Range<usize> {
    match nearest {
        Nearest::Token(span) => offsets.range(span),
        Nearest::Line(span) => offsets.lines.rest(offsets.offset(span.start)),
    }
}

/// How many characters stand between two offsets that are remembered.
const STRIDE: usize = 256;

/// The offsets of characters: the parser counts characters, a range counts bytes. A minified document is one line of
/// megabytes, so those of some characters are at hand.
pub(super) struct Offsets<'t> {
    text: &'t str,
    lines: &'t Lines<'t>,
    /// The offset of every so many characters.
    known: Vec<usize>,
}

impl<'t> Offsets<'t> {
    pub(super) fn new(text: &'t str, lines: &'t Lines<'t>) -> Self {
        let offsets = text.char_indices().map(|(offset, _)| offset);
        Self {
            text,
            lines,
            known: offsets.step_by(STRIDE).collect(),
        }
    }

    fn offset(&self, marker: Marker) -> usize {
        let line = marker.line().saturating_sub(1);
        let start = self.lines.start(line);
        let character = self.characters_before(start) + marker.col();
        let Some(&near) = self.known.get(character / STRIDE) else {
            return self.text.len();
        };
        self.text[near..]
            .char_indices()
            .nth(character % STRIDE)
            .map_or(self.text.len(), |(within, _)| near + within)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let passed = self.known.partition_point(|&start| start <= offset);
        let Some(last) = passed.checked_sub(1) else {
            return 0;
        };
        last * STRIDE + self.text[self.known[last]..offset].chars().count()
    }

    fn range(&self, span: Span) -> Range<usize> {
        let start = self.offset(span.start);
        let end = self.offset(span.end).max(start);
        // The parser counts the line break after a plain scalar in.
        let trimmed = self.text[start..end].trim_end();
        start..start + trimmed.len()
    }
}
