//! HTML in descriptions: its text is kept, its markup is not.

use pulldown_cmark::Event;

use super::words;

/// Elements that only format. Their tags are dropped; any other tag is shown as it is written.
const ELEMENTS: &[&str] = &[
    "a",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
];

/// Those that stand within a line.
const INLINE: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "kbd", "s", "samp", "small", "span", "strong",
    "sub", "sup", "tt", "u", "var",
];

/// The events of one line of a block of HTML, or of one tag within text.
pub(super) fn events(html: &str) -> Vec<Event<'static>> {
    let text = without_tags(html);
    let mut events = words::mark(text.trim(), false);
    if !events.is_empty() && html.ends_with('\n') {
        events.push(Event::SoftBreak);
    }
    events
}

/// Whether a tag begins a new line.
pub(super) fn is_line_break(html: &str) -> bool {
    element(html).is_some_and(|name| !INLINE.contains(&name))
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        if element(rest).is_none() {
            text.push_str(&rest[..end]);
        } else if is_line_break(rest) && !text.ends_with(char::is_whitespace) {
            text.push(' ');
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    text.replace('\n', " ")
}

/// The formatting element that a tag opens or closes.
fn element(tag: &str) -> Option<&'static str> {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    let name = &name[..end];
    ELEMENTS
        .iter()
        .find(|known| known.eq_ignore_ascii_case(name))
        .copied()
}
