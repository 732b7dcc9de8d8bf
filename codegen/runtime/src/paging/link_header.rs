//! The `Link` header (RFC 8288, section 3).

/// The target of the first link of a field that has the relation `wanted`.
pub(crate) fn target<'a>(field: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = field;
    while let Some((link, others)) = link(rest) {
        let mut relations = link
            .relations
            .iter()
            .flat_map(|it| it.split_ascii_whitespace());
        if link.is_about_context && relations.any(|it| it.eq_ignore_ascii_case(wanted)) {
            return Some(link.target);
        }
        rest = others;
    }
    None
}

/// A link.
struct Link<'a> {
    target: &'a str,
    /// The value of `rel`.
    relations: Option<String>,
    /// Whether the link is one of the response itself: it has no `anchor`.
    is_about_context: bool,
}

/// The first link of a field, and the text after it (RFC 8288, appendix B.2).
fn link(field: &str) -> Option<(Link<'_>, &str)> {
    let field = field.trim_start_matches(|it: char| it == ',' || is_space(it));
    let (target, mut rest) = field.strip_prefix('<')?.split_once('>')?;
    let mut link = Link {
        target: target.trim(),
        relations: None,
        is_about_context: true,
    };
    while let Some(parameter) = trim(rest).strip_prefix(';') {
        let (name, value, others) = self::parameter(trim(parameter));
        // The first `rel` counts.
        if name.eq_ignore_ascii_case("rel") && link.relations.is_none() {
            link.relations = Some(value.unwrap_or_default());
        } else if name.eq_ignore_ascii_case("anchor") {
            link.is_about_context = false;
        }
        rest = others;
    }
    // Anything before the next comma is not a parameter.
    let end = rest.find(',').unwrap_or(rest.len());
    Some((link, &rest[end..]))
}

/// The name and the value of a parameter, and the text after it.
fn parameter(text: &str) -> (&str, Option<String>, &str) {
    let end = text.find(['=', ';', ',']).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let name = name.trim_end_matches(is_space);
    let Some(value) = rest.strip_prefix('=').map(trim) else {
        return (name, None, rest);
    };
    if let Some(quoted) = value.strip_prefix('"') {
        let (value, rest) = self::quoted(quoted);
        return (name, Some(value), rest);
    }
    let end = value.find([';', ',']).unwrap_or(value.len());
    let (value, rest) = value.split_at(end);
    (
        name,
        Some(value.trim_end_matches(is_space).to_owned()),
        rest,
    )
}

/// The text of a quoted string (RFC 9110, 5.6.4) after its first quote, and the text after it.
fn quoted(text: &str) -> (String, &str) {
    let mut value = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => value.extend(characters.next()),
            other => value.push(other),
        }
    }
    (value, characters.as_str())
}

fn trim(text: &str) -> &str {
    text.trim_start_matches(is_space)
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t')
}
