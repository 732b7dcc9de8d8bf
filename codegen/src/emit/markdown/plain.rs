//! Markdown as text for a terminal.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{EXTENSIONS, printable};

/// The text without markup: paragraphs, with an empty line between them, and items of lists.
pub(in crate::emit) fn plain(markdown: &str) -> String {
    let markdown = printable(markdown);
    let mut text = String::new();
    for event in Parser::new_ext(&markdown, EXTENSIONS) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::Start(Tag::Item) => {
                line(&mut text);
                text.push_str("- ");
            }
            Event::HardBreak
            | Event::Start(Tag::TableRow | Tag::TableHead)
            | Event::End(TagEnd::Item) => line(&mut text),
            Event::SoftBreak | Event::Start(Tag::TableCell) => text.push(' '),
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::CodeBlock(_)
                | Tag::List(_)
                | Tag::Table(_),
            ) => paragraph(&mut text),
            _ => {}
        }
    }
    text.trim().to_owned()
}

/// Begins another line.
fn line(text: &mut String) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// Begins another paragraph; the first one of an item is on its line.
fn paragraph(text: &mut String) {
    if text.ends_with("- ") {
        return;
    }
    line(text);
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_becomes_text() {
        let markdown =
            "One [link](https://x.y) and `code`,\nstill *one*.\n\nTwo:\n\n- a\n- b\n\n<br>Three";
        let expected = "One link and code, still one.\n\nTwo:\n\n- a\n- b\n\nThree";
        assert_eq!(plain(markdown), expected);
        assert_eq!(plain(""), "");
    }
}
