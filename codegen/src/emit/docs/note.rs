//! Facts of the IR as sentences.

use std::cmp::Ordering;
use std::fmt::Display;

use crate::ir::{ApiVersion, Counted, Limit, Note};

/// The Markdown of a note, on one line.
pub(in crate::emit) fn words(note: &Note) -> String {
    match note {
        Note::Count(counted, least, most) => count(*counted, *least, *most),
        Note::Minimum(limit) => format!("Minimum: {}", bound(limit)),
        Note::Maximum(limit) => format!("Maximum: {}", bound(limit)),
        Note::MultipleOf(step) => format!("Multiple of: {step}"),
        Note::OneOf(values) => format!("One of: {}", values.join(", ")),
        Note::UniqueItems => "No two items are equal".to_owned(),
        Note::Format(name) => format!("Format: {}", format_name(name)),
        Note::EachItem(note) => format!("Each item: {}", words(note)),
        Note::SeveralAlternatives => {
            "Has the properties of one or several of the alternatives".to_owned()
        }
        Note::MediaTypes {
            values,
            has_default: true,
        } => list("Media types, the first by default", values),
        Note::MediaTypes { values, .. } => list("Media types", values),
        Note::Headers(names) => list("Headers", names),
        Note::Version(ApiVersion::Date(date)) => format!("Version: {date}"),
        Note::Version(ApiVersion::Preview) => {
            "Version: preview, which may change at any time".to_owned()
        }
        Note::Sunset(day) => format!("The API stops serving this version on {day}"),
        Note::Extension { sentence, values } => sentence.replace("{}", &values.join(", ")),
    }
}

fn count(counted: Counted, least: Option<u64>, most: Option<u64>) -> String {
    let (what, unit) = match counted {
        Counted::Characters => ("Length", " characters"),
        Counted::Items => ("Number of items", ""),
        Counted::Entries => ("Number of entries", ""),
    };
    match (least, most) {
        (Some(least), Some(most)) => match least.cmp(&most) {
            Ordering::Equal => format!("{what}: {least}{unit}"),
            _ => format!("{what}: {least} to {most}{unit}"),
        },
        (Some(least), None) => format!("{what}: at least {least}{unit}"),
        (None, Some(most)) => format!("{what}: at most {most}{unit}"),
        (None, None) => format!("{what}: any"),
    }
}

fn bound(limit: &Limit) -> String {
    match limit {
        Limit {
            value,
            is_exclusive: true,
        } => format!("{value}, exclusive"),
        Limit { value, .. } => value.clone(),
    }
}

fn list(title: &str, values: &[impl Display]) -> String {
    let values: Vec<_> = values.iter().map(|value| format!("`{value}`")).collect();
    format!("{title}: {}", values.join(", "))
}

fn format_name(name: &str) -> String {
    let meaning = match name.to_ascii_lowercase().as_str() {
        "date-time" => "a moment, such as `2024-05-17T09:30:00Z` (RFC 3339)",
        "date" => "a day, such as `2024-05-17` (RFC 3339)",
        "time" => "a time of day, such as `09:30:00Z` (RFC 3339)",
        "duration" => "a span of time, such as `P1DT12H` (ISO 8601)",
        "uuid" => "a UUID (RFC 9562)",
        "uri" => "a URI (RFC 3986)",
        "byte" => "bytes in base64 (RFC 4648)",
        "base64url" => "bytes in base64url (RFC 4648, section 5)",
        _ => return format!("`{name}`"),
    };
    meaning.to_owned()
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::ir::{ApiVersion, Counted, Limit, MediaRange, Note};

    #[test]
    fn a_note_is_a_line() {
        let texts = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect();
        let limit = |is_exclusive| Limit {
            value: "0.5".to_owned(),
            is_exclusive,
        };
        let each = Note::EachItem(Box::new(Note::MultipleOf("2".to_owned())));
        let media_types = |has_default| Note::MediaTypes {
            values: ["a/b", "c/d"].map(MediaRange::new).to_vec(),
            has_default,
        };
        for (note, line) in [
            (
                Note::Count(Counted::Characters, Some(2), Some(2)),
                "Length: 2 characters",
            ),
            (
                Note::Count(Counted::Items, Some(1), Some(3)),
                "Number of items: 1 to 3",
            ),
            (
                Note::Count(Counted::Items, None, Some(3)),
                "Number of items: at most 3",
            ),
            (
                Note::Count(Counted::Entries, Some(1), None),
                "Number of entries: at least 1",
            ),
            (Note::Minimum(limit(false)), "Minimum: 0.5"),
            (Note::Maximum(limit(true)), "Maximum: 0.5, exclusive"),
            (each, "Each item: Multiple of: 2"),
            (Note::OneOf(texts(&["1", "\"a\""])), "One of: 1, \"a\""),
            (Note::UniqueItems, "No two items are equal"),
            (Note::Format("UUID".to_owned()), "Format: a UUID (RFC 9562)"),
            (Note::Format("odd".to_owned()), "Format: `odd`"),
            (
                media_types(true),
                "Media types, the first by default: `a/b`, `c/d`",
            ),
            (media_types(false), "Media types: `a/b`, `c/d`"),
            (
                Note::Extension {
                    sentence: "Roles: {}!".to_owned(),
                    values: texts(&["A", "B"]),
                },
                "Roles: A, B!",
            ),
            (Note::Headers(texts(&["X-A"])), "Headers: `X-A`"),
            (
                Note::Version(ApiVersion::Date("2024-08-05".to_owned())),
                "Version: 2024-08-05",
            ),
        ] {
            assert_eq!(words(&note), line);
        }
    }
}
