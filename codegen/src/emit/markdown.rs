//! Markdown of a document to Markdown that rustdoc and clippy take without a complaint.
//!
//! The text is parsed by the parser that rustdoc uses, changed as a stream of events, and written out again: nothing
//! here guesses at syntax.

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
    TextMergeStream,
};
use pulldown_cmark_to_cmark as writer;

mod html;
mod plain;
#[cfg(test)]
mod tests;
mod words;

use super::printable::printable;
pub(super) use plain::plain;
pub(super) use words::BRANDS;

/// The extensions of `CommonMark` in rustdoc that do not change plain text.
const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// Languages that a fenced block may name. Rustdoc compiles blocks in all others as Rust, or might one day.
const LANGUAGES: &[&str] = &[
    "bash",
    "console",
    "css",
    "csv",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "jsonc",
    "powershell",
    "python",
    "sh",
    "shell",
    "sql",
    "text",
    "toml",
    "ts",
    "typescript",
    "xml",
    "yaml",
    "yml",
];

/// A description: any number of paragraphs, lists, tables and code blocks.
pub(super) fn block(text: &str) -> String {
    let text = printable(text);
    if is_prose(&text) {
        return text;
    }
    let events = rewrite(TextMergeStream::new(Parser::new_ext(&text, EXTENSIONS)));
    write(&events).unwrap_or_else(|| fenced(&text))
}

/// Whether a text is one line of words and punctuation, which Markdown leaves as it is. Most descriptions are, and to parse
/// them takes time.
fn is_prose(text: &str) -> bool {
    let words = |it: u8| it.is_ascii_alphanumeric() || b" ,.;:?'\"()/-".contains(&it);
    text.starts_with(|it: char| it.is_ascii_alphabetic())
        && !text.ends_with(' ')
        && text.bytes().all(words)
        && words::are_plain(text)
}

/// A summary: the same on one line.
pub(super) fn inline(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    block(&line)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A summary in the cell of a table.
pub(super) fn cell(text: &str) -> String {
    inline(text).replace('|', "\\|").replace("\\\\|", "\\|")
}

/// Text as code. The fence is longer than any run of backticks in the text (`CommonMark` 0.31, section 6.1).
pub(super) fn code(text: &str) -> String {
    let text = printable(text).replace('\n', " ");
    let fence = "`".repeat(longest_run(&text, '`') + 1);
    if text.starts_with('`') || text.ends_with('`') || text.trim().is_empty() {
        format!("{fence} {text} {fence}")
    } else {
        format!("{fence}{text}{fence}")
    }
}

/// A link, where the address is one that leads out of the documentation.
pub(super) fn link(text: &str, url: &str) -> String {
    let destination = CowStr::from(printable(url));
    let label = inline_events(text);
    if !is_absolute(url) {
        return write(&label).unwrap_or_default();
    }
    let mut events = vec![
        Event::Start(Tag::Paragraph),
        Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: destination,
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        }),
    ];
    events.extend(label);
    events.extend([Event::End(TagEnd::Link), Event::End(TagEnd::Paragraph)]);
    write(&events).unwrap_or_default()
}

fn inline_events(text: &str) -> Vec<Event<'static>> {
    let text = printable(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    words::mark(&text, false)
}

fn write(events: &[Event<'_>]) -> Option<String> {
    let options = writer::Options {
        code_block_token_count: 3,
        ..writer::Options::default()
    };
    let mut text = String::new();
    writer::cmark_with_options(events.iter(), &mut text, EXTENSIONS, options).ok()?;
    Some(text.trim_matches('\n').to_owned())
}

/// Applies the rules for one event after the other.
fn rewrite<'a>(events: impl Iterator<Item = Event<'a>>) -> Vec<Event<'a>> {
    let mut output = Vec::new();
    let mut links = Vec::new();
    let mut verbatim = false;
    let mut in_cell = false;
    for event in events {
        match event {
            Event::Start(Tag::TableCell) | Event::End(TagEnd::TableCell) => {
                in_cell = matches!(event, Event::Start(_));
                output.push(event);
            }
            Event::Start(Tag::Link { ref dest_url, .. } | Tag::Image { ref dest_url, .. }) => {
                let kept = is_absolute(dest_url);
                links.push(kept);
                output.extend(kept.then_some(event));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if links.pop().unwrap_or(false) {
                    end_link(&mut output, event);
                }
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                verbatim = true;
                output.push(Event::Start(Tag::CodeBlock(fence(&kind))));
            }
            Event::End(TagEnd::CodeBlock) => {
                verbatim = false;
                end_line(&mut output);
                output.push(event);
            }
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            }) => {
                let level = demoted(level);
                output.push(Event::Start(Tag::Heading {
                    level,
                    id,
                    classes,
                    attrs,
                }));
            }
            Event::End(TagEnd::Heading(level)) => {
                output.push(Event::End(TagEnd::Heading(demoted(level))));
            }
            // The text of HTML is kept, its markup is not.
            Event::Start(Tag::HtmlBlock) => output.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => output.push(Event::End(TagEnd::Paragraph)),
            Event::InlineHtml(html) if html::is_line_break(&html) => {
                break_line(&mut output, in_cell);
            }
            Event::Html(html) | Event::InlineHtml(html) => output.extend(html::events(&html)),
            Event::Text(text) if !verbatim => {
                output.extend(words::mark(&text, links.contains(&true)));
            }
            other => output.push(other),
        }
    }
    output
}

/// Ends a link or an image. Quotation marks at both ends of the text of a link move out of it, since clippy takes them for backticks
/// that were meant.
fn end_link<'a>(output: &mut Vec<Event<'a>>, end: Event<'a>) {
    let is_start = |event: &Event<'_>| matches!(event, Event::Start(Tag::Link { .. }));
    let start = output
        .iter()
        .rposition(is_start)
        .filter(|_| end == Event::End(TagEnd::Link));
    let mark = start.and_then(|start| Some((start, quotation_mark(&output[start + 1..])?)));
    let Some((start, mark)) = mark else {
        output.push(end);
        return;
    };
    let trim = |event: &mut Event<'a>, trim: fn(&str, char) -> &str| {
        if let Event::Text(text) = event {
            *text = trim(text, mark).to_owned().into();
        }
    };
    trim(&mut output[start + 1], |text, mark| {
        text.strip_prefix(mark).unwrap_or(text)
    });
    output.extend([end]);
    let last = output.len() - 2;
    trim(&mut output[last], |text, mark| {
        text.strip_suffix(mark).unwrap_or(text)
    });
    let mark = CowStr::from(mark.to_string());
    output.insert(start, Event::Text(mark.clone()));
    output.push(Event::Text(mark));
}

/// The quotation mark at both ends of a text.
fn quotation_mark(events: &[Event<'_>]) -> Option<char> {
    let (Event::Text(first), Event::Text(last)) = (events.first()?, events.last()?) else {
        return None;
    };
    let mark = first
        .chars()
        .next()
        .filter(|mark| matches!(mark, '"' | '\''))?;
    let is_longer = events.len() > 1 || first.chars().count() > 2;
    (is_longer && last.ends_with(mark)).then_some(mark)
}

/// Begins another line, unless there is nothing on this one. A cell of a table has one line only.
fn break_line(output: &mut Vec<Event<'_>>, in_cell: bool) {
    match output.last() {
        None | Some(Event::SoftBreak | Event::Start(_)) => {}
        _ if in_cell => output.push(Event::Text(" ".into())),
        _ => output.push(Event::SoftBreak),
    }
}

/// A block without a line break at its end would not be closed.
fn end_line(output: &mut Vec<Event<'_>>) {
    if matches!(output.last(), Some(Event::Text(text)) if !text.ends_with('\n')) {
        output.push(Event::Text(CowStr::Borrowed("\n")));
    }
}

/// Every block gets a fence and a language that rustdoc does not compile.
fn fence(kind: &CodeBlockKind<'_>) -> CodeBlockKind<'static> {
    let named = match kind {
        CodeBlockKind::Fenced(language) => LANGUAGES
            .iter()
            .find(|known| known.eq_ignore_ascii_case(language.trim())),
        CodeBlockKind::Indented => None,
    };
    CodeBlockKind::Fenced(CowStr::Borrowed(named.unwrap_or(&"text")))
}

/// The sections of an item, such as `# Errors`, stand above those of a description.
fn demoted(level: HeadingLevel) -> HeadingLevel {
    HeadingLevel::try_from(level as usize + 1).unwrap_or(HeadingLevel::H6)
}

/// Relative addresses lead nowhere in rustdoc, and other schemes look like paths of Rust to it.
fn is_absolute(url: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

fn fenced(text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
    format!("{fence}text\n{text}\n{fence}")
}

fn longest_run(text: &str, searched: char) -> usize {
    text.split(|c| c != searched)
        .map(str::len)
        .max()
        .unwrap_or(0)
}
