use crate::emit::markdown;

/// A list of code.
pub(super) fn codes<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.map(markdown::code).collect::<Vec<_>>().join(", ")
}
