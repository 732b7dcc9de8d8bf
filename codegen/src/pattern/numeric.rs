//! Patterns and formats of numbers in quotes.
//!
//! Patterns are compared by their text, because generators use only a few of them.

/// Whether a format is that of integers.
pub(crate) fn names_whole(format: &str) -> bool {
    let format = format.to_ascii_lowercase();
    let width = format.strip_prefix('u').unwrap_or(&format);
    matches!(width, "int" | "int8" | "int16" | "int32" | "int64")
}

/// Whether a format is that of numbers.
pub(crate) fn names_number(format: &str) -> bool {
    let format = format.to_ascii_lowercase();
    matches!(format.as_str(), "float" | "double" | "decimal") || names_whole(&format)
}

/// Whether a pattern matches numbers only, such as `^-?(?:0|[1-9]\d*)$`.
pub(crate) fn matches_numbers(pattern: &str) -> bool {
    let inner = pattern.strip_prefix('^');
    inner
        .and_then(|rest| rest.strip_suffix('$'))
        .is_some_and(|inner| is_number(&outline(inner)))
}

/// The pattern without groups and repeats, and with one word for each kind of character.
fn outline(pattern: &str) -> String {
    const WORDS: [(&str, &str); 12] = [
        ("?:", ""),
        ("\\d", "0"),
        ("[0-9]", "0"),
        ("[1-9]", "0"),
        ("[-+]", "-"),
        ("[+-]", "-"),
        ("\\-", "-"),
        ("[eE]", "e"),
        ("[Ee]", "e"),
        // The rest of these matches any character.
        (".", "any"),
        ("\\any", "."),
        ("[any]", "."),
    ];
    let words = WORDS.iter();
    let text = words.fold(pattern.to_owned(), |text, (from, to)| {
        text.replace(from, to)
    });
    without_counts(&text).replace(['(', ')', '|', '*', '+', '?'], "")
}

/// The pattern without `{1,3}` and the like.
fn without_counts(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        all + part.split_once('}').map_or(part, |(_, rest)| rest)
    })
}

fn is_number(outline: &str) -> bool {
    let (mantissa, exponent) = outline.split_once('e').unwrap_or((outline, "0"));
    let unsigned = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let exponent = exponent.strip_prefix('-').unwrap_or(exponent);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte == b'0');
    [whole, fraction, exponent].into_iter().all(is_digits)
}

#[cfg(test)]
mod tests {
    use super::{matches_numbers, names_number, names_whole};

    #[test]
    fn patterns_of_numbers() {
        let numbers = [
            r"^-?(?:0|[1-9]\d*)$",
            r"^(?:0|[1-9]\d*)$",
            r"^-?(?:0|[1-9]\d*)(?:\.\d+)?$",
            r"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$",
            r"^\d+$",
            r"^[0-9]{1,19}$",
            r"^[-+]?[0-9]+([.][0-9]{2})?$",
        ];
        for pattern in numbers {
            assert!(matches_numbers(pattern), "{pattern}");
        }
        let others = [
            "",
            "^$",
            r"\d",
            r"^\d+",
            r"^\d{4}-\d{2}-\d{2}$",
            r"^\d+.\d+$",
            r"^\d+\.\d+\.\d+$",
            r"^v\d+$",
            r"^[0-9a-f]+$",
            r"^-$",
            r"^\d*:\d*$",
            r"^123$",
        ];
        for pattern in others {
            assert!(!matches_numbers(pattern), "{pattern}");
        }
    }

    #[test]
    fn formats_of_numbers() {
        for format in ["int32", "Int64", "uint8", "uint"] {
            assert!(names_whole(format) && names_number(format), "{format}");
        }
        for format in ["double", "float", "Decimal"] {
            assert!(!names_whole(format) && names_number(format), "{format}");
        }
        for format in ["", "date", "u", "int33", "uuid"] {
            assert!(!names_number(format), "{format}");
        }
    }
}
