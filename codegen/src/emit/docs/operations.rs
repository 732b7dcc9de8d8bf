//! Phrases about operations.

use super::errors::status;
use super::list::codes;
use crate::analyze::Span;
use crate::emit::markdown;
use crate::ir::{Method, Status};
use crate::plan::docs::MethodLink;
use crate::plan::paging::Source;
use crate::plan::streaming::Flag;
use crate::plan::waiting::{self, Deletable, Goal};

/// `POST /path` as code.
pub(in crate::emit) fn request_line(method: Method, path: &str) -> String {
    markdown::code(&format!("{} {path}", method.as_str()))
}

pub(super) fn link(link: MethodLink<'_>) -> String {
    format!(
        "[{}]({}::{})",
        markdown::code(link.method),
        link.handle,
        // A link to a raw identifier has no `r#`.
        link.method.trim_start_matches("r#")
    )
}

pub(super) fn optional(ty: Option<&str>, statuses: &[Span]) -> String {
    let value = ty
        .map(|name| format!("[`{name}`], or "))
        .unwrap_or_default();
    match statuses {
        [] => format!("Returns {value}`None` if the response has no body."),
        statuses => {
            let statuses = numbers(statuses);
            format!("Returns {value}`None` for the status {statuses}.")
        }
    }
}

pub(super) fn pages(item: Option<&str>, source: Source) -> String {
    let each = item.map_or_else(|| "each item".to_owned(), |name| format!("each [`{name}`]"));
    let inferred = match source {
        Source::Declared | Source::Settings => "",
        Source::Inferred => " The pages are inferred from names and types of the document.",
    };
    format!(
        "The result is a page of a list. `items()` instead of `send()` returns {each} of all pages, and `pages()` returns page by page.{inferred}"
    )
}

pub(super) fn waits(goal: Goal, poll: &str, source: waiting::Source) -> String {
    let end = match goal {
        Goal::Done => "the server has done the work",
        Goal::Deleted => "the resource does not exist",
    };
    let inferred = match source {
        waiting::Source::Settings => "",
        waiting::Source::Inferred => {
            " That is inferred from paths, names and types of the document."
        }
    };
    format!(
        "`send_and_wait()` instead of `send()` waits until {end}, which {} reports.{inferred}",
        markdown::code(poll)
    )
}

pub(super) fn works(header: Option<&str>) -> String {
    let inferred = header.map_or_else(String::new, |header| {
        format!(
            " That is inferred from the header {}.",
            markdown::code(header)
        )
    });
    format!(
        "`send_and_wait()` instead of `send()` polls the URL in the response until the server has done the work.{inferred}"
    )
}

pub(super) fn polls(deletable: Deletable<'_>) -> String {
    let deleted = match deletable {
        Deletable::No => "",
        Deletable::Yes(_) => " `wait_until_deleted()` waits until the resource does not exist.",
    };
    format!(
        "`wait_until_done()` instead of `send()` repeats the request until the state is one of success or failure.{deleted}"
    )
}

pub(super) fn streams(value: Option<&str>, media_type: &str, flag: Option<Flag<'_>>) -> String {
    let each = value.map_or_else(
        || "each value".to_owned(),
        |name| format!("each [`{name}`]"),
    );
    let media_type = markdown::code(media_type);
    let flag = match flag {
        None => String::new(),
        Some(Flag::Parameter(name)) => {
            format!(", and the parameter {} is set", markdown::code(name))
        }
        Some(Flag::Property(name)) => {
            format!(", and {} is set in the body", markdown::code(name))
        }
    };
    format!(
        "`send_events()` instead of `send()` returns {each} as it arrives. The request is for {media_type}{flag}."
    )
}

/// `202, 210 to 299`
fn numbers(statuses: &[Span]) -> String {
    let texts: Vec<_> = statuses
        .iter()
        .map(|(first, last)| match last - first {
            0 => format!("`{first}`"),
            _ => format!("`{first}` to `{last}`"),
        })
        .collect();
    texts.join(", ")
}

pub(super) fn redirects(statuses: &[Status]) -> String {
    let statuses: Vec<_> = statuses.iter().copied().map(status).collect();
    format!(
        "Redirects ({}) count as success and are not followed; `send_with_meta` returns their headers, and \
         [`location`](crate::Response::location) the target.",
        statuses.join(", ")
    )
}

pub(super) fn idempotency_key(header: &str) -> String {
    format!(
        "All attempts have the same {}, which is random unless it is set. So they can be retried.",
        markdown::code(header)
    )
}

pub(super) fn arguments(rows: &[(&str, &str)]) -> String {
    let rows = rows.iter();
    let rows: Vec<_> = rows
        .map(|(name, text)| format!("* {}: {}", markdown::code(name), markdown::inline(text)))
        .collect();
    rows.join("\n")
}

pub(super) fn body_media_types(ranges: &[&str], name: &str) -> String {
    let (default, others) = ranges.split_at(ranges.len().min(1));
    format!(
        "The body is sent as {} by default; [`{name}`] selects another media type: {}.",
        codes(default.iter().copied()),
        codes(others.iter().copied())
    )
}

pub(super) fn sends_other_body(ranges: &[&str]) -> Vec<String> {
    vec![
        "Sends these bytes as the body.".to_owned(),
        format!("Documented media types: {}.", codes(ranges.iter().copied())),
    ]
}

pub(super) fn sends_as(ranges: &[&str], decoding: &str) -> Vec<String> {
    vec![
        "Requests a response in another media type and returns its bytes.".to_owned(),
        format!("Documented media types: {}.", codes(ranges.iter().copied())),
        decoding.to_owned(),
        "# Errors".to_owned(),
        "Same as `send`, except that the body is not decoded.".to_owned(),
    ]
}
