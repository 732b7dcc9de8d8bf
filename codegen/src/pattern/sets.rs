//! The named sets of code points: `\d`, `\w`, `\s`, `.` and `\p{..}`.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};

use super::ast::CodePoints;

/// `\d`: the ASCII digits only (ECMA-262, `CharacterClassEscape`).
const DIGIT: &[(char, char)] = &[('0', '9')];

/// `\w`: ASCII letters, digits and the underscore (ECMA-262, `WordCharacters`).
const WORD: &[(char, char)] = &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];

/// `\s`: ECMA-262's `WhiteSpace` and `LineTerminator`.
const SPACE: &[(char, char)] = &[
    ('\t', '\r'),
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

/// The characters that `.` does not match without the `s` flag.
const LINE_TERMINATOR: &[(char, char)] = &[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')];

/// `\d`.
pub(super) fn digit() -> ClassUnicode {
    from_ranges(DIGIT)
}

/// `\w`.
pub(super) fn word() -> ClassUnicode {
    from_ranges(WORD)
}

/// `\s`.
pub(super) fn space() -> ClassUnicode {
    from_ranges(SPACE)
}

/// `.`.
pub(super) fn dot() -> ClassUnicode {
    negated(from_ranges(LINE_TERMINATOR))
}

/// Every code point.
pub(super) fn any() -> ClassUnicode {
    negated(ClassUnicode::empty())
}

/// The complement of `set`.
pub(super) fn negated(mut set: ClassUnicode) -> ClassUnicode {
    set.negate();
    set
}

/// The code points `first..=last` that are characters: a surrogate never occurs in a `str`.
pub(super) fn range(first: u32, last: u32) -> ClassUnicode {
    let mut set = ClassUnicode::empty();
    if let Some((first, last)) = characters(first, last) {
        set.push(ClassUnicodeRange::new(first, last));
    }
    set
}

/// The first and the last character of a range of code points up to U+10FFFF, if it has any.
pub(super) fn characters(first: u32, last: u32) -> Option<(char, char)> {
    let first =
        char::from_u32(first).or_else(|| char::from_u32(0xe000).filter(|_| first < 0xe000))?;
    let last = char::from_u32(last).or_else(|| char::from_u32(0xd7ff).filter(|_| last > 0xd7ff))?;
    (first <= last).then_some((first, last))
}

/// The set of a property: the inside of `\p{..}`. Only general categories and scripts are
/// known, in the version of Unicode that `regex-syntax` has.
pub(super) fn property(expression: &str) -> Option<ClassUnicode> {
    match expression {
        "Any" => return Some(any()),
        "ASCII" => return Some(range(0, 0x7f)),
        "Assigned" => return property("Unassigned").map(negated),
        _ => {}
    }
    let (name, value) = expression.split_once('=').unwrap_or(("gc", expression));
    let name = match name {
        "gc" | "General_Category" => "gc",
        "sc" | "Script" => "sc",
        _ => return None,
    };
    // The only names in lower case (ECMA-262, table 70).
    let value = match value {
        "digit" => "Nd",
        "punct" => "P",
        "cntrl" => "Cc",
        other => other,
    };
    // ECMA-262 matches names exactly, but the library matches loosely.
    let exact = value.starts_with(|c: char| c.is_ascii_uppercase())
        && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !exact {
        return None;
    }
    // The complement, because a property of one character would come back as a literal.
    let hir = regex_syntax::parse(&format!(r"\P{{{name}={value}}}")).ok()?;
    match hir.into_kind() {
        HirKind::Class(Class::Unicode(complement)) => Some(negated(complement)),
        _ => None,
    }
}

/// The ranges of a set, as the syntax tree holds them.
pub(super) fn to_ranges(set: &ClassUnicode) -> CodePoints {
    set.iter()
        .map(|range| (range.start(), range.end()))
        .collect()
}

fn from_ranges(ranges: &[(char, char)]) -> ClassUnicode {
    ClassUnicode::new(
        ranges
            .iter()
            .map(|&(first, last)| ClassUnicodeRange::new(first, last)),
    )
}
