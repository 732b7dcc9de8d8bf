//! Text of the document as documentation and manifests hold it.

use std::borrow::Cow;

/// Without what a reader cannot see: control characters, and those that reorder text (rustc denies them). Every
/// separator of lines is a line break.
pub(super) fn printable(text: &str) -> String {
    // Most texts are.
    if text.bytes().all(|it| matches!(it, b'\n' | b' '..=b'~')) {
        return text.to_owned();
    }
    let text = text.replace("\r\n", "\n").replace('\t', "    ");
    let characters = text.chars().map(|c| if ends_line(c) { '\n' } else { c });
    characters
        .filter(|c| *c == '\n' || !(c.is_control() || is_invisible(*c)))
        .collect()
}

/// The same on one line.
pub(super) fn line(text: &str) -> String {
    let text = printable(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as readers see it: quoted if it is blank.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.trim().is_empty() {
        format!("{text:?}").into()
    } else {
        text.into()
    }
}

/// Characters that end a line (Unicode 16.0, section 5.8).
fn ends_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The directional characters of Unicode (UAX 9, section 2), and others without a shape of their own. Those that join
/// letters or keep them apart stay: scripts need them.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::{line, printable};

    #[test]
    fn what_nobody_sees_is_left_out() {
        let hidden = [
            "\0",
            "\u{1b}",
            "\u{7f}",
            "\u{9f}",
            "\u{61c}",
            "\u{200b}",
            "\u{202e}",
            "\u{2066}",
            "\u{feff}",
            "\u{e0041}",
        ];
        for character in hidden {
            assert_eq!(printable(&format!("a{character}b")), "ab", "{character:?}");
        }
        let kept = "grün 日本 ‍👩‍💻 نص";
        assert_eq!(printable(kept), kept);
    }

    #[test]
    fn every_separator_of_lines_is_a_line_break() {
        for separator in [
            "\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}",
        ] {
            assert_eq!(
                printable(&format!("a{separator}b")),
                "a\nb",
                "{separator:?}"
            );
            assert_eq!(line(&format!(" a{separator}b ")), "a b", "{separator:?}");
        }
    }
}
