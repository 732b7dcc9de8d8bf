//! The keywords of Rust.

/// Keywords of edition 2024 in lower case, those that are merely reserved included (Rust reference, *Keywords*).
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Keywords that cannot be written as raw identifiers either.
const NEVER_RAW: &[&str] = &["Self", "crate", "self", "super"];

/// Whether `name` is a keyword.
pub(crate) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name) || is_never_raw(name)
}

/// Whether `name` is a keyword that `r#` does not make an identifier.
pub(crate) fn is_never_raw(name: &str) -> bool {
    NEVER_RAW.contains(&name)
}
