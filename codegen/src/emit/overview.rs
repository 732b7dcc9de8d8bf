//! The parts that the crate documentation and the README share.

use super::docs::{Text, request_line};
use super::program::pairs_of_variables;
use super::{example, markdown};
use crate::output;
use crate::plan::example::Example;
use crate::plan::{Environment, Gap, OperationRow, Overview};

/// Whether names are links: they are in rustdoc, and lead nowhere in a README.
#[derive(Clone, Copy)]
pub(super) enum Links {
    Rustdoc,
    Plain,
}

impl Links {
    /// Text in which names of the crate are links, or are not.
    pub(super) fn text(self, text: &str) -> String {
        match self {
            Self::Rustdoc => text.to_owned(),
            Self::Plain => text.replace("[`", "`").replace("`]", "`"),
        }
    }
}

/// A heading with the text and the code below it.
pub(super) struct Section<'a> {
    title: &'static str,
    text: String,
    example: Option<&'a Example<'a>>,
}

impl Section<'_> {
    /// Adds the section to the crate documentation, where code is compiled.
    pub(super) fn document(&self, doc: Text) -> Text {
        let doc = doc
            .paragraph(&format!("# {}", self.title))
            .paragraph(&self.text);
        match self.example {
            Some(example) => doc.example(example),
            None => doc,
        }
    }

    /// The section as Markdown.
    pub(super) fn markdown(&self) -> String {
        let code = self.example.map(|example| {
            let code = output::code(&example::code(example));
            format!("```rust\n{code}\n```")
        });
        let mut parts = vec![format!("## {}", self.title)];
        parts.extend((!self.text.is_empty()).then(|| self.text.clone()));
        parts.extend(code);
        parts.join("\n\n")
    }
}

/// The first call, if there is an operation to show.
pub(super) fn first_call<'a>(overview: &'a Overview<'a>) -> Option<Section<'a>> {
    overview.quick_start.as_ref().map(|quick_start| Section {
        title: "Getting started",
        text: String::new(),
        example: Some(&quick_start.first_call),
    })
}

/// Sections about more than a first call.
pub(super) fn more<'a>(overview: &'a Overview<'a>, links: Links) -> Vec<Section<'a>> {
    let section = |title, text, example| Section {
        title,
        text: links.text(text),
        example,
    };
    let mut sections = Vec::new();
    if let Some(quick_start) = &overview.quick_start {
        let (retries, other) = (&quick_start.retries, &quick_start.other_request);
        sections.push(section("Retries and deadlines", RETRIES, Some(retries)));
        sections.push(section("Other requests", BEYOND, Some(other)));
        sections.push(section("Troubleshooting", FAILURES, None));
    }
    let testing = overview.testing.as_ref();
    sections.extend(testing.map(|example| section("Tests", TESTS, Some(example))));
    sections
}

const RETRIES: &str = "\
A request is retried only when that is safe: when the server rejected it before processing it (429, or 503 with a
`Retry-After`), when the connection failed and, for idempotent methods such as `GET` and `DELETE`, also after 408, 502,
503, 504, a broken connection or a timeout. A `POST` that the server may have processed is never retried, unless
[`Retry::repeatable`] allows it.

[`Retry`] limits the number of attempts and the total time, including the backoff between attempts; a timeout applies to
one attempt. [`ClientBuilder::retry`] and [`ClientBuilder::timeout`] set the defaults of a client, `with_retry` and
`with_timeout` override them for one call:";

const BEYOND: &str = "\
[`Client::request`] sends any other request to the same server, with the same credentials, retries and errors. It takes
types of the crate `http` and decodes any type that implements `serde::Deserialize`:";

const FAILURES: &str = "\
`to_curl` formats a call as a `curl` command line. Credentials become shell variables, and values that the API marks as
secret are omitted.

With the feature `tracing`, each call is a span with the operation, the method and the path template, and finally the
number of attempts, the status, the error and the request id; each retry is an event in it. Credentials, arguments and
bodies are never recorded, but a request of [`Client::request`] shows its path as the caller wrote it.";

const TESTS: &str = "\
With the feature `test-util`, `testing::InMemory` replaces the network: it returns typed answers and records requests.
Everything above it, from credentials and retries to errors, is the code that runs in production.";

/// The head of the table of operations.
const HEAD: [&str; 2] = ["| Call | Request | |", "|---|---|---|"];

/// A table of all operations as Markdown without links.
pub(super) fn operations(overview: &Overview<'_>) -> String {
    let rows = overview
        .operations
        .iter()
        .map(|row| operation_row(row, Links::Plain));
    let head = HEAD.map(str::to_owned).into_iter();
    head.chain(rows).collect::<Vec<_>>().join("\n")
}

/// The table of all operations in the crate documentation: an operation without its feature is not a link.
pub(super) fn linked_operations(overview: &Overview<'_>, doc: Text) -> Text {
    let doc = doc.paragraph(&HEAD.join("\n"));
    overview.operations.iter().fold(doc, |doc, row| {
        let with = operation_row(row, Links::Rustdoc);
        let without = operation_row(row, Links::Plain);
        doc.linked(&row.condition, with, without)
    })
}

fn operation_row(row: &OperationRow<'_>, links: Links) -> String {
    let call = markdown::code(&format!("{}().{}(..)", row.accessor, row.method));
    let call = match links {
        // A link to a raw identifier has no `r#`.
        Links::Rustdoc => {
            let target = row.method.trim_start_matches("r#");
            format!("[{call}](api::{}::{target})", row.handle)
        }
        Links::Plain => call,
    };
    let request = request_line(row.request, &row.path);
    let summary = markdown::cell(row.summary);
    let deprecated = row.deprecated.then_some(" **Deprecated.**");
    let deprecated = deprecated.unwrap_or_default();
    format!("| {call} | {request} | {summary}{deprecated} |")
}

/// The environment variables of credentials.
pub(super) fn environment(environment: &Environment<'_>) -> String {
    let variables = pairs_of_variables(&environment.pairs);
    format!(
        "`Client::from_env` reads {variables}. `{}_BASE_URL` overrides the base URL. \
         For credentials from other sources, use `Client::builder`.",
        environment.prefix
    )
}

/// The operations that are missing because of flaws of the document.
pub(super) fn skipped<'a>(overview: &Overview<'a>) -> Option<Section<'a>> {
    let rows = overview.skipped.iter().map(|skipped| {
        let reasons = skipped.reasons.iter();
        let reasons: Vec<_> = reasons.map(|it| markdown::inline(it)).collect();
        let request = markdown::code(&skipped.request);
        format!("* {request}: {}", reasons.join("; "))
    });
    let rows: Vec<_> = rows.collect();
    let text = format!("{SKIPPED}\n\n{}", rows.join("\n"));
    (!rows.is_empty()).then_some(Section {
        title: "Missing operations",
        text,
        example: None,
    })
}

const SKIPPED: &str = "\
The crate has no method for these operations, because their definition in the document is invalid:";

/// The limits of the crate; empty if there are none.
pub(super) fn gaps(overview: &Overview<'_>) -> String {
    let gaps = overview.gaps.iter().map(|gap| match gap {
        Gap::Ambiguous(name) => {
            format!("* `types::{name}`: values that match several variants are kept as raw JSON")
        }
        Gap::Unchecked(name, reason) => {
            let reason = markdown::inline(&reason.to_string());
            format!("* `types::{name}`: its pattern is not checked: {reason}")
        }
    });
    gaps.collect::<Vec<_>>().join("\n")
}
