//! Texts of callers and servers in messages of one line.

use std::fmt;

/// The text of a server, for one line of a log.
pub(crate) fn one_line(text: &str) -> String {
    const SHOWN: usize = 300;
    text.chars()
        .take(SHOWN)
        .map(|c| if breaks_lines(c) { ' ' } else { c })
        .collect()
}

/// Whether a character ends a line, moves the cursor, or reorders what is shown: no log should contain it.
fn breaks_lines(c: char) -> bool {
    let separator = '\u{2028}'..='\u{2029}';
    let bidi = [
        '\u{200E}'..='\u{200F}',
        '\u{202A}'..='\u{202E}',
        '\u{2066}'..='\u{2069}',
    ];
    c.is_control() || separator.contains(&c) || bidi.iter().any(|range| range.contains(&c))
}

/// Writes a message of one line, whatever the texts of the caller and the server in it.
pub(crate) struct OneLine<'a, 'b>(pub(crate) &'a mut fmt::Formatter<'b>);

impl fmt::Write for OneLine<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(breaks_lines) {
            self.0.write_str(before)?;
            self.0.write_str(" ")?;
            rest = after;
        }
        self.0.write_str(rest)
    }
}
