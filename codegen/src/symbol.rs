//! Names of characters that are neither letters nor digits.

/// The name of a symbol in identifiers.
pub(crate) fn name(symbol: char) -> &'static str {
    match symbol {
        ' ' => "space",
        '!' => "not",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '(' | ')' | '[' | ']' | '{' | '}' => "bracket",
        '*' => "star",
        '+' => "plus",
        ',' => "comma",
        '-' => "minus",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '\\' => "backslash",
        '^' => "caret",
        '_' => "underscore",
        '`' | '\'' | '"' => "quote",
        '|' => "or",
        '~' => "tilde",
        _ => "symbol",
    }
}
