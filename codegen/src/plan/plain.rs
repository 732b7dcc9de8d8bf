//! Compares names.

/// A name in lower case and without symbols.
pub(in crate::plan) fn plain(name: &str) -> String {
    let letters = name.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
