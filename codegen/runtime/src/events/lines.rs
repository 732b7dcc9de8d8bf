//! JSON on lines (`application/x-ndjson`, `application/jsonl`).

use bytes::{Buf, Bytes};

use super::append::append;
use super::framing::{Framing, Record, TooLarge};

/// The parser of a value on each line.
pub(crate) fn lines() -> Box<dyn Framing> {
    Box::new(Lines::default())
}

#[derive(Default)]
struct Lines {
    line: Vec<u8>,
}

impl Framing for Lines {
    fn next(&mut self, input: &mut Bytes, limit: usize) -> Result<Option<Record>, TooLarge> {
        while let Some(end) = input.iter().position(|byte| *byte == b'\n') {
            append(&mut self.line, &input.split_to(end), limit)?;
            input.advance(1);
            if let Some(record) = self.end() {
                return Ok(Some(record));
            }
        }
        append(&mut self.line, &input.split_off(0), limit)?;
        Ok(None)
    }

    /// The last line needs no LF. A line without a value is ignored.
    fn end(&mut self) -> Option<Record> {
        let line = std::mem::take(&mut self.line);
        (!line.trim_ascii().is_empty()).then(|| Record::new(line))
    }
}
