//! The events of a JSON text. The scanner of YAML keeps all tokens of a flow collection, which is a whole JSON text.

use std::borrow::Cow;
use std::ops::Range;

use super::line::Lines;
use super::walk::{Nearest, Walk};

/// The first byte of a token, and the first after it.
pub(super) type Place = (usize, usize);

/// Walks through a text to its end; `None` if it is not JSON, though it may be YAML.
pub(super) fn walk(text: &str, walk: &mut Walk<Place>) -> Option<()> {
    let mut scanner = Scanner { text, at: 0 };
    let mut closers = Vec::new();
    loop {
        if let Some(closer) = scanner.container(walk) {
            closers.push(closer);
            if scanner.take(closer).is_none() {
                scanner.member(closer, walk)?;
                continue;
            }
            closers.pop();
            walk.leave();
        } else {
            scanner.scalar(walk)?;
        }
        while let Some(&closer) = closers.last() {
            if scanner.take(b',').is_some() {
                scanner.member(closer, walk)?;
                break;
            }
            scanner.take(closer)?;
            closers.pop();
            walk.leave();
        }
        if closers.is_empty() {
            scanner.blank();
            return (scanner.at == text.len()).then_some(());
        }
    }
}

/// The range of a found place.
pub(super) fn range(nearest: Nearest<Place>, lines: &Lines<'_>) -> Range<usize> {
    match nearest {
        Nearest::Token((start, end)) => start..end,
        Nearest::Line((start, _)) => lines.rest(start),
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    /// Reads the beginning of a container, and returns its closing bracket.
    fn container(&mut self, walk: &mut Walk<Place>) -> Option<u8> {
        self.blank();
        let place = (self.at, self.at + 1);
        let closer = match self.text.as_bytes().get(self.at)? {
            b'{' => {
                walk.enter_object(place);
                b'}'
            }
            b'[' => {
                walk.enter_array(place);
                b']'
            }
            _ => return None,
        };
        self.at += 1;
        Some(closer)
    }

    fn scalar(&mut self, walk: &mut Walk<Place>) -> Option<()> {
        let place = self.string().or_else(|| self.literal())?;
        walk.scalar(place);
        Some(())
    }

    /// Reads what precedes the value of a member: its key in an object.
    fn member(&mut self, closer: u8, walk: &mut Walk<Place>) -> Option<()> {
        if closer == b'}' {
            self.blank();
            let place = self.string()?;
            walk.key(&self.decoded(place)?, place);
            self.take(b':')?;
        }
        Some(())
    }

    /// The text of a string, without quotes and escapes.
    fn decoded(&self, (start, end): Place) -> Option<Cow<'t, str>> {
        let raw = &self.text[start + 1..end - 1];
        if raw.contains('\\') {
            serde_json::from_str(&self.text[start..end])
                .ok()
                .map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(raw))
        }
    }

    fn string(&mut self) -> Option<Place> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut end = start + bytes.get(start).filter(|byte| **byte == b'"').map(|_| 1)?;
        loop {
            match bytes.get(end)? {
                b'"' => break,
                // YAML folds the lines of a string.
                0..b' ' => return None,
                b'\\' => end += 2,
                _ => end += 1,
            }
        }
        self.at = end + 1;
        Some((start, self.at))
    }

    /// A number, `true`, `false` or `null`. Which one it is does not matter.
    fn literal(&mut self) -> Option<Place> {
        let start = self.at;
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
        let rest = self.text.as_bytes()[start..].iter();
        self.at += rest.take_while(|byte| is_part(byte)).count();
        (self.at > start).then_some((start, self.at))
    }

    /// Reads a byte that may follow white space.
    fn take(&mut self, byte: u8) -> Option<()> {
        self.blank();
        (self.text.as_bytes().get(self.at) == Some(&byte)).then(|| self.at += 1)
    }

    fn blank(&mut self) {
        let rest = self.text.as_bytes()[self.at..].iter();
        self.at += rest.take_while(|byte| b" \t\r\n".contains(byte)).count();
    }
}
