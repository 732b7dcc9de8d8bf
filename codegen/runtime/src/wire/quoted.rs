//! Texts in messages.

/// The maximum length of a text in a message, in characters.
const SHOWN: usize = 64;

/// A text in quotation marks; its start, if it is long.
pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{:?}", [&text[..end], "..."].concat()),
        None => format!("{text:?}"),
    }
}
