//! JSON text sequences (`application/json-seq`, RFC 7464).

use bytes::{Buf, Bytes};

use super::append::append;
use super::framing::{Framing, Record, TooLarge};

/// The byte before each text.
const SEPARATOR: u8 = 0x1E;

/// The parser of a JSON text sequence.
pub(crate) fn sequence() -> Box<dyn Framing> {
    Box::new(Sequence::default())
}

/// A text ends with the LF after its value, so that it is not delayed until the next one begins.
#[derive(Default)]
struct Sequence {
    text: Vec<u8>,
    /// The number of lists and objects that are open.
    depth: usize,
    string: InString,
}

/// The state of a string.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum InString {
    #[default]
    No,
    Yes,
    Escaped,
}

impl Framing for Sequence {
    fn next(&mut self, input: &mut Bytes, limit: usize) -> Result<Option<Record>, TooLarge> {
        let mut end = None;
        for (at, byte) in input.iter().copied().enumerate() {
            self.see(byte);
            let is_complete = byte == b'\n' && self.depth == 0 && self.string == InString::No;
            if byte == SEPARATOR || is_complete {
                end = Some((at, is_complete));
                break;
            }
        }
        let Some((at, is_complete)) = end else {
            append(&mut self.text, &input.split_off(0), limit)?;
            return Ok(None);
        };
        append(&mut self.text, &input.split_to(at), limit)?;
        input.advance(1);
        match self.take(is_complete) {
            Some(record) => Ok(Some(record)),
            None => self.next(input, limit),
        }
    }

    fn end(&mut self) -> Option<Record> {
        self.take(false)
    }
}

impl Sequence {
    fn see(&mut self, byte: u8) {
        self.string = match (self.string, byte) {
            (InString::Yes, b'\\') => InString::Escaped,
            (InString::Yes, b'"') => InString::No,
            (InString::No, b'"') | (InString::Escaped, _) => InString::Yes,
            (state, _) => state,
        };
        if self.string == InString::No {
            match byte {
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }

    /// The text so far. Without the LF after it, a number, `true`, `false` or `null` may be truncated (section 2.4).
    fn take(&mut self, is_complete: bool) -> Option<Record> {
        let Self { text, .. } = std::mem::take(self);
        let first = *text.trim_ascii().first()?;
        let is_delimited = matches!(first, b'{' | b'[' | b'"');
        let problem = (!is_complete && !is_delimited).then_some("the value may be truncated");
        Some(Record {
            problem,
            ..Record::new(text)
        })
    }
}
