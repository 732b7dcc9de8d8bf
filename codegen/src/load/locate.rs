//! Locations to places in the text. Used only when there is something to report, so the text is parsed again here
//! and the pipeline carries no positions.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, Span};

use super::read;
use crate::diagnostic::{Location, Pointer};

/// Byte ranges of the given locations, in their order.
///
/// A scalar is located by itself, an object or array by its key or, in an array, by its first line. Where a pointer
/// names nothing that stands in the text (a missing field, the far side of a YAML alias), the nearest thing above it
/// stands in. The text may be YAML or JSON.
#[must_use]
pub fn locate(text: &str, locations: &[Location]) -> Vec<Range<usize>> {
    if locations.is_empty() {
        return Vec::new();
    }
    let bare = text.strip_prefix(read::MARK).unwrap_or(text);
    let skipped = text.len() - bare.len();
    let ranges = locate_bare(bare, skipped, locations).into_iter();
    ranges
        .map(|range| range.start + skipped..range.end + skipped)
        .collect()
}

/// Ranges in a text from whose front so many bytes were skipped, which only offsets count.
fn locate_bare(text: &str, skipped: usize, locations: &[Location]) -> Vec<Range<usize>> {
    let mut walk = Walk::new(locations);
    // A text that does not parse to its end has locations up to there.
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        walk.event(&event, span);
    }
    let lines = Lines::new(text);
    locations
        .iter()
        .map(|location| match location.in_its_text() {
            Location::Key(pointer) => walk.nearest(pointer, true, &lines),
            Location::Value(pointer) => walk.nearest(pointer, false, &lines),
            Location::Offset(offset) => lines.rest_of_line(offset.saturating_sub(skipped)),
            Location::Overlay(..) => lines.rest_of_line(0),
        })
        .collect()
}

/// Where a wanted pointer was found.
#[derive(Clone, Copy)]
struct Found {
    key: Option<Span>,
    value: Span,
    is_container: bool,
}

/// A collection that the parser has entered.
enum Frame {
    /// An object, between values or after a key.
    Mapping(Option<(String, Span)>),
    /// An array, before the item of this index.
    Sequence(usize),
}

struct Walk {
    /// The pointers asked for, and all above them.
    wanted: BTreeMap<String, Option<Found>>,
    frames: Vec<Frame>,
    /// The pointer to the innermost frame, and its length at every frame.
    path: String,
    lengths: Vec<usize>,
}

impl Walk {
    fn new(locations: &[Location]) -> Self {
        let mut wanted = BTreeMap::new();
        for location in locations {
            if let Some(pointer) = location.pointer() {
                wanted.extend(ancestors(pointer.as_str()).map(|text| (text.to_owned(), None)));
            }
        }
        Self {
            wanted,
            frames: Vec::new(),
            path: String::new(),
            lengths: Vec::new(),
        }
    }

    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Scalar(text, ..) => self.scalar(text, span),
            Event::Alias(_) => self.scalar("", span),
            Event::MappingStart(..) => self.enter(Frame::Mapping(None), span),
            Event::SequenceStart(..) => self.enter(Frame::Sequence(0), span),
            Event::MappingEnd | Event::SequenceEnd => self.leave(),
            _ => {}
        }
    }

    fn scalar(&mut self, text: &str, span: Span) {
        if let Some(Frame::Mapping(key @ None)) = self.frames.last_mut() {
            *key = Some((text.to_owned(), span));
            return;
        }
        let length = self.path.len();
        self.found(span, false);
        self.path.truncate(length);
        self.advance();
    }

    fn enter(&mut self, frame: Frame, span: Span) {
        self.lengths.push(self.path.len());
        self.found(span, true);
        self.frames.push(frame);
    }

    fn leave(&mut self) {
        self.frames.pop();
        self.path.truncate(self.lengths.pop().unwrap_or_default());
        self.advance();
    }

    /// Extends the path to the value that begins here and notes it if it is wanted.
    fn found(&mut self, value: Span, is_container: bool) {
        let key = match self.frames.last() {
            None => None,
            Some(Frame::Sequence(index)) => {
                self.path.push('/');
                self.path.push_str(&index.to_string());
                None
            }
            Some(Frame::Mapping(key)) => {
                let segment = key.as_ref().map_or("", |(text, _)| text);
                self.path.push_str(Pointer::root().key(segment).as_str());
                key.as_ref().map(|(_, span)| *span)
            }
        };
        if let Some(found) = self.wanted.get_mut(&self.path) {
            *found = Some(Found {
                key,
                value,
                is_container,
            });
        }
    }

    /// Notes in the innermost frame that a value has ended.
    fn advance(&mut self) {
        match self.frames.last_mut() {
            Some(Frame::Mapping(key)) => *key = None,
            Some(Frame::Sequence(index)) => *index += 1,
            None => {}
        }
    }

    fn nearest(&self, pointer: &Pointer, wants_key: bool, lines: &Lines<'_>) -> Range<usize> {
        let found = ancestors(pointer.as_str()).find_map(|text| {
            let found = (*self.wanted.get(text)?)?;
            Some((found, text.len() == pointer.as_str().len()))
        });
        let Some((found, exact)) = found else {
            return lines.rest_of_line(0);
        };
        let by_key = found.is_container || (wants_key && exact);
        match found.key.filter(|_| by_key) {
            Some(key) => lines.range(key),
            None if found.is_container => lines.rest_of_line(lines.offset(found.value.start)),
            None => lines.range(found.value),
        }
    }
}

/// A pointer and all above it, from the longest to the root.
fn ancestors(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |text| {
        text.rfind('/').map(|slash| &text[..slash])
    })
}

/// How many characters stand between two offsets that are remembered.
const STRIDE: usize = 256;

/// A text with the offsets of its lines: the parser counts characters, a range counts bytes. A minified document is one
/// line of megabytes with many findings, so the offsets of some characters are at hand as well.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// The offset of every so many characters.
    offsets: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
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

    /// From an offset to the end of its line.
    fn rest_of_line(&self, offset: usize) -> Range<usize> {
        let mut start = offset.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let line = self.text[start..].lines().next().unwrap_or_default();
        start..start + line.trim_end().len()
    }
}
