//! The sections that the crate documentation and the README share.

use std::collections::BTreeSet;

use super::docs::{Text, request_line};
use super::program::variables;
use super::{condition, example, features, links, markdown, webhooks};
use crate::output;
use crate::plan::example::Example;
use crate::plan::paging::Overview as Pagination;
use crate::plan::streaming::Overview as Streams;
use crate::plan::waiting::Overview as Waiting;
use crate::plan::{
    Crate, Environment, Failures, Gap, OperationRow, OperationStatus, Section, Skipped,
};

/// Whether names are links: they are in rustdoc, and lead nowhere in a README.
#[derive(Clone, Copy)]
enum Links {
    Rustdoc,
    Plain,
}

impl Links {
    /// Text in which names of the crate are links, or are not.
    fn text(self, text: &str) -> String {
        match self {
            Self::Rustdoc => text.to_owned(),
            Self::Plain => text.replace("[`", "`").replace("`]", "`"),
        }
    }
}

/// A part of a section.
enum Piece<'a> {
    /// Markdown, which may link to items of the crate.
    Text(String),
    /// Markdown of the README only.
    Plain(&'static str),
    /// Code, which is compiled as a test of the crate documentation.
    Code(&'a Example<'a>),
    /// The table of operations.
    Table(&'a [OperationRow<'a>]),
}

/// Adds all sections to the crate documentation.
pub(super) fn document<'a>(plan: &'a Crate<'a>, text: Text) -> Text {
    let sections = plan.overview.sections.iter();
    let links = sections.clone().flat_map(|it| pieces(plan, it));
    let links = links.flat_map(|piece| match piece {
        Piece::Text(words) => links::targets(&words),
        Piece::Plain(_) | Piece::Code(_) | Piece::Table(_) => Vec::new(),
    });
    let links: BTreeSet<_> = links.collect();
    let text = sections.fold(text, |text, section| {
        let text = text.paragraph(&format!("# {}", title(section)));
        let pieces = pieces(plan, section).into_iter();
        pieces.fold(text, |text, piece| match piece {
            Piece::Text(words) => text.paragraph(&Links::Rustdoc.text(&words)),
            Piece::Plain(_) => text,
            Piece::Code(example) => text.example(example),
            Piece::Table(rows) => linked_operations(rows, text),
        })
    });
    text.definitions(&condition::client(), &links::to_features(&links))
}

/// All sections as Markdown.
pub(super) fn markdown<'a>(plan: &'a Crate<'a>) -> Vec<String> {
    let sections = plan.overview.sections.iter();
    let blocks = sections.flat_map(|section| {
        let pieces = pieces(plan, section).into_iter();
        let pieces = pieces.map(|piece| match piece {
            Piece::Text(words) => Links::Plain.text(&words),
            Piece::Plain(words) => words.to_owned(),
            Piece::Code(example) => {
                let code = output::code(&example::code(example));
                format!("```rust\n{code}\n```")
            }
            Piece::Table(rows) => operations(rows),
        });
        std::iter::once(format!("## {}", title(section))).chain(pieces)
    });
    blocks.collect()
}

fn title(section: &Section<'_>) -> &'static str {
    match section {
        Section::FirstCall(_) => "Getting started",
        Section::Credentials(_) => "Credentials",
        Section::Operations(_) => "Operations",
        Section::Skipped(_) => "Missing operations",
        Section::Errors(_) => "Errors",
        Section::Pagination(_) => "Pagination",
        Section::Waiting(_) => "Waiting",
        Section::Streams(_) => "Streams",
        Section::Webhooks(_) => "Webhooks",
        Section::Validation => "Validation",
        Section::RequiredValues(_) => "Many required values",
        Section::Retries(_) => "Retries and deadlines",
        Section::Idempotency(_) => "Idempotency keys",
        Section::OtherRequests(_) => "Other requests",
        Section::Troubleshooting => "Troubleshooting",
        Section::Interceptors => "Interceptors and generic code",
        Section::Tests(_) => "Tests",
        Section::Features => "Features",
        Section::Limits(_) => "Limits",
    }
}

fn pieces<'a>(plan: &'a Crate<'a>, section: &'a Section<'a>) -> Vec<Piece<'a>> {
    let text = |text: &str| Piece::Text(text.to_owned());
    match section {
        Section::FirstCall(example) => vec![Piece::Code(example), Piece::Plain(EXAMPLES)],
        Section::Credentials(variables) => vec![Piece::Text(environment(variables))],
        Section::Operations(rows) => vec![text(HANDLES), Piece::Table(rows)],
        Section::Skipped(operations) => vec![text(SKIPPED), Piece::Text(skipped(operations))],
        Section::Errors(Failures::Shared) => vec![text(ERRORS)],
        Section::Errors(Failures::Own) => vec![text(ERRORS), text(FAILURES)],
        Section::Pagination(pagination) => self::pagination(pagination),
        Section::Waiting(waiting) => self::waiting(waiting),
        Section::Streams(streams) => self::streams(streams),
        Section::Webhooks(webhooks) => webhooks::section(webhooks)
            .into_iter()
            .map(Piece::Text)
            .collect(),
        Section::Validation => vec![text(VALIDATION)],
        Section::RequiredValues(example) => vec![text(REQUIRED), Piece::Code(example)],
        Section::Retries(example) => vec![text(RETRIES), Piece::Code(example)],
        Section::Idempotency(headers) => vec![Piece::Text(idempotency(headers))],
        Section::OtherRequests(example) => vec![text(BEYOND), Piece::Code(example)],
        Section::Troubleshooting => vec![text(TROUBLESHOOTING)],
        Section::Interceptors => vec![text(INTERCEPTORS)],
        Section::Tests(example) => vec![text(TESTS), Piece::Code(example)],
        Section::Features => vec![Piece::Text(features::overview(&plan.features))],
        Section::Limits(gaps) => vec![Piece::Text(limits(gaps))],
    }
}

/// Lists in pages. Names of the runtime are not links, since they need a feature.
fn pagination<'a>(pagination: &'a Pagination<'a>) -> Vec<Piece<'a>> {
    let example = Piece::Code(&pagination.example);
    let pages = Piece::Text(PAGES.to_owned());
    match pagination.inferred.as_slice() {
        [] => vec![pages, example],
        ids => {
            let inferred = Piece::Text(format!("{INFERRED} {}", self::ids(ids)));
            vec![pages, example, inferred]
        }
    }
}

/// Waiting for work of the server.
fn waiting<'a>(waiting: &'a Waiting<'a>) -> Vec<Piece<'a>> {
    let example = waiting.example.iter().map(Piece::Code);
    let mut pieces = vec![Piece::Text(WAITS.to_owned())];
    pieces.extend(example);
    let inferred = waiting.inferred.iter();
    let inferred = inferred
        .map(|(start, poll)| format!("{} ({})", markdown::code(start), markdown::code(poll)));
    match inferred.collect::<Vec<_>>().as_slice() {
        [] => {}
        pairs => {
            let text = format!("{INFERRED_WAITS} {}", pairs.join(", "));
            pieces.push(Piece::Text(text));
        }
    }
    pieces
}

const WAITS: &str = "\
Some operations only start work. `send_and_wait` of their request builders sends the request and then polls until the work
is done, or until a resource that is deleted does not exist. `wait_until_done` and `wait_until_deleted` of the request
that polls do the same for a resource that is known, for example after a restart. `Wait` has the time limit, the interval
and a callback for the progress. A `WaitError` tells whether a call failed, the state is one of failure, or the time
limit passed, and has the last response and the reason of the server. A poll that fails temporarily does not end the wait;
dropping the future does. If the response has the URL to poll (`Operation-Location`, `Azure-AsyncOperation` or `Location`),
`send_and_wait` polls that:";

const INFERRED_WAITS: &str = "\
The generator infers that these operations (with the operation that polls, or the header that has the URL to poll) start
work. `after` of a waiter, or `operationId = false` below `[waiters]` in its settings corrects that:";

/// Sequences of values. Names of the runtime are not links, since they need a feature.
fn streams<'a>(streams: &'a Streams<'a>) -> Vec<Piece<'a>> {
    let text = Piece::Text(format!("{STREAMS} {}:", ids(&streams.operations)));
    let example = Piece::Code(&streams.example);
    match streams.inferred.as_slice() {
        [] => vec![text, example],
        inferred => {
            let inferred = Piece::Text(format!("{INFERRED_FLAGS} {}", ids(inferred)));
            vec![text, example, inferred]
        }
    }
}

fn ids(ids: &[&str]) -> String {
    let ids: Vec<_> = ids.iter().map(|id| markdown::code(id)).collect();
    ids.join(", ")
}

const STREAMS: &str = "\
Some operations return values one after another. The method `send_events` of their request builders sends the request for
them and decodes each value when it is complete; the result also implements `futures_core::Stream`. A value that cannot be
decoded is one error, after which the next value can be read, and its size is limited by
[`ClientBuilder::max_response_bytes`]. An event of `text/event-stream` also has the type, the id and the reconnection time that
the server sends, and `with_reconnection` of the result requests the rest if the connection is lost. The operations are";

const INFERRED_FLAGS: &str = "\
In these operations, `send_events` sets a boolean named `stream` in the request, which the generator infers from the name;
`operationId = { flag = false }` below `[streams]` in its settings switches that off:";

const PAGES: &str = "\
The request builder of a list that the server divides into pages has two more methods: `items` returns the items of all
pages one by one, and `pages` returns the pages, with the status, the headers and the token from which a later run resumes.
A page is requested when its first item is needed. The options of the call apply to each page; `with_deadline` limits the
time of all of them. Both results implement `futures_core::Stream`:";

const INFERRED: &str = "\
The document does not declare the pages of these operations; the generator infers them from names and types, and
`operationId = false` below `[pagination]` in its settings switches one off:";

const EXAMPLES: &str = "The documentation of the crate (`cargo doc --open`) has more examples.";

const HANDLES: &str = "\
Methods of [`Client`] return handles; their methods return request builders. Nothing is sent before `send`.";

const FAILURES: &str = "\
If the failures of an operation have an error body of another type, its request builder has a function `failure` that
decodes it.";

const ERRORS: &str = "\
All calls return the same error type, [`Error`]. It keeps the status, headers and body of the response, and has methods
for common cases: [`Error::is_not_found`], [`Error::is_conflict`], [`Error::is_rate_limited`], [`Error::retry_after`] and
more.";

const VALIDATION: &str = "\
Literals, strings and numbers are accepted for identifiers and other values with rules. If a value violates a rule of the
API, such as a pattern, the call fails before anything is sent, and its error names the value and the rule. The function
`new` of the type checks a value earlier, and `from_static` checks a literal, in a `const` at compile time. Values that are
created by `new_unchecked`, received or read with serde are not checked.";

const REQUIRED: &str = "\
A type or a call with more than seven required values takes them as a struct whose name ends in `Required`. Its literal
names each value, takes them in any order and does not compile until all of them are set.";

const RETRIES: &str = "\
A request is retried only when that is safe: when the server rejected it before processing it (429, or 503 with a
`Retry-After`), when the connection failed and, for idempotent methods such as `GET` and `DELETE`, also after 408, 502,
503, 504, a broken connection or a timeout. A `POST` that the server may have processed is never retried, unless
[`Retry::repeatable`] allows it.

[`Retry`] limits the number of attempts and the total time, including the backoff between attempts; a timeout applies to
one attempt. [`ClientBuilder::retry`] and [`ClientBuilder::timeout`] set the defaults of a client, `with_retry` and
`with_timeout` override them for one call. [`Client::with`] derives a client with other options, which shares connections and
access tokens:";

fn idempotency(headers: &[&str]) -> String {
    let headers = headers.iter().map(|name| markdown::code(name));
    let headers = headers.collect::<Vec<_>>().join(" or ");
    format!("{KEYS} {headers}. {KEPT}")
}

const KEYS: &str = "\
Operations that the server recognizes by an idempotency key are retried as idempotent methods are. All attempts of a call have
the same random key in the header";

const KEPT: &str = "\
A key of your own, set as that header, is used for all attempts instead: keep it to repeat the call after a
restart.";

const BEYOND: &str = "\
`with_query` and `with_header` add to a call a query parameter or a header that the document does not describe.

[`Client::request`] sends any other request to the same server, with the same credentials, retries and errors. It takes
types of the crate [`http`], which this crate exports as it does [`bytes`], and decodes any type that implements
`serde::Deserialize`:";

const TROUBLESHOOTING: &str = "\
`to_curl` formats a call as a `curl` command line. Credentials become shell variables, and values that the API marks as
secret are omitted.

With the feature `tracing`, each call is a span with the operation, the method, the path template and the server, and finally
the number of retries, the status, the error and the request id; each retry is an event in it. Fields have the names of
OpenTelemetry for HTTP client spans where it has one, such as `http.response.status_code`. Credentials, arguments and
bodies are never recorded, but a request of [`Client::request`] shows its path as the caller wrote it.";

const INTERCEPTORS: &str = "\
An [`Interceptor`] runs around every attempt of every call. It knows the operation and the number of the attempt, can change
the request before it is sent, such as signing it, and sees the status, the duration and the error afterwards.
[`ClientBuilder::interceptor`] adds one. Every request builder implements the trait `Call`, by which generic code names and
sends any call.";

const TESTS: &str = "\
With the feature `test-util`, `testing::InMemory` replaces the network: it returns typed answers and records requests.
Everything above it, from credentials and retries to errors, is the code that runs in production. Types that are only
received also have their constructors and setters with this feature.";

/// The head of the table of operations.
const HEAD: [&str; 2] = ["| Call | Request | |", "|---|---|---|"];

/// A table of all operations as Markdown without links.
fn operations(rows: &[OperationRow<'_>]) -> String {
    let rows = rows.iter().map(|row| operation_row(row, Links::Plain));
    let head = HEAD.map(str::to_owned).into_iter();
    head.chain(rows).collect::<Vec<_>>().join("\n")
}

/// The table of all operations in the crate documentation: an operation without its feature is not a link.
fn linked_operations(rows: &[OperationRow<'_>], doc: Text) -> Text {
    let doc = doc.paragraph(&HEAD.join("\n"));
    rows.iter().fold(doc, |doc, row| {
        let with = operation_row(row, Links::Rustdoc);
        let without = operation_row(row, Links::Plain);
        doc.linked(&row.cfg, with, without)
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
    let status = match row.status {
        OperationStatus::Current => "",
        OperationStatus::Deprecated => " **Deprecated.**",
    };
    format!("| {call} | {request} | {summary}{status} |")
}

/// The environment variables of credentials.
fn environment(environment: &Environment<'_>) -> String {
    let variables = variables(environment);
    format!(
        "`Client::from_env` reads {variables}. {} overrides the base URL. \
         For credentials from other sources, use `Client::builder`.",
        markdown::code(&environment.full_name("BASE_URL"))
    )
}

/// The operations that are missing because of flaws of the document.
fn skipped(operations: &[Skipped]) -> String {
    let rows = operations.iter().map(|skipped| {
        let reasons = skipped.reasons.iter();
        let reasons: Vec<_> = reasons.map(|it| markdown::inline(it)).collect();
        let request = markdown::code(&skipped.request);
        format!("* {request}: {}", reasons.join("; "))
    });
    rows.collect::<Vec<_>>().join("\n")
}

const SKIPPED: &str = "\
The crate has no method for these operations, because their definition in the document is invalid:";

/// The limits of the crate.
fn limits(gaps: &[Gap<'_>]) -> String {
    let gaps = gaps.iter().map(|gap| match gap {
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
