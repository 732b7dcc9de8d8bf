//! The sections of the crate documentation and the README.

mod formats;
mod installation;
pub(super) mod tables;
mod words;

use std::collections::BTreeSet;

use toml::Value;

use self::tables::Links;
use self::words::{
    BEYOND, BLOCKING, BODIES, COMPATIBILITY, ERRORS, EXAMPLES, FAILURES, HANDLES, INFERRED,
    INFERRED_FLAGS, INFERRED_WAITS, INTERCEPTORS, ITERATION, KEPT, KEYS, PAGES, REQUIRED, RETRIES,
    SKIPPED, STREAMS, TESTS, TROUBLESHOOTING, VALIDATION, WAITS,
};
use super::docs::Text;
use super::program::variables;
use super::{command_line, condition, example, features, links, manifest, markdown, webhooks};
use crate::output;
use crate::plan::example::Example;
use crate::plan::paging::Overview as Pagination;
use crate::plan::streaming::Overview as Streams;
use crate::plan::waiting::Overview as Waiting;
use crate::plan::{
    Crate, Environment, Failures, Gap, GroupRow, Iteration, Listing, Operations, Renewal, Section,
    Skipped,
};

/// A part of a section.
enum Piece<'a> {
    /// Markdown, which may link to items of the crate.
    Text(String),
    /// Markdown of the README only.
    Plain(String),
    /// Code, which is compiled as a test of the crate documentation.
    Code(&'a Example<'a>),
    /// The table of groups in the crate documentation.
    Groups(&'a [GroupRow<'a>]),
}

/// Adds all sections to the crate documentation.
pub(super) fn document<'a>(plan: &'a Crate<'a>, text: Text) -> Text {
    let sections = plan.overview.sections.iter();
    let links = sections.clone().flat_map(|it| pieces(plan, it));
    let links = links.flat_map(|piece| match piece {
        Piece::Text(words) => links::targets(&words),
        Piece::Plain(_) | Piece::Code(_) | Piece::Groups(_) => Vec::new(),
    });
    let links: BTreeSet<_> = links.collect();
    let choice = plan.overview.choice.iter();
    let text = choice.fold(text, |text, choice| {
        let text = text.paragraph(&format!("# {CHOICE}"));
        text.paragraph(&installation::choice(choice))
    });
    let text = sections.fold(text, |text, section| {
        let text = text.paragraph(&format!("# {}", title(section)));
        let pieces = pieces(plan, section).into_iter();
        pieces.fold(text, |text, piece| match piece {
            Piece::Text(words) => text.paragraph(&Links::Rustdoc.text(&words)),
            Piece::Plain(_) => text,
            Piece::Code(example) => text.example(example),
            Piece::Groups(rows) => tables::linked_groups(rows, text),
        })
    });
    text.definitions(&condition::client(), &links::to_features(&links))
}

/// All sections as Markdown.
pub(super) fn markdown<'a>(plan: &'a Crate<'a>) -> Vec<String> {
    let sections = plan.overview.sections.iter();
    let blocks = sections.flat_map(|section| {
        let pieces = pieces(plan, section).into_iter();
        let pieces = pieces.filter_map(|piece| match piece {
            Piece::Text(words) => Some(Links::Plain.text(&words)),
            Piece::Plain(words) => Some(words),
            Piece::Code(example) => {
                let code = output::code(&example::code(example));
                Some(format!("```rust\n{code}\n```"))
            }
            Piece::Groups(_) => None,
        });
        std::iter::once(format!("## {}", title(section))).chain(pieces)
    });
    let choice = plan.overview.choice.iter();
    let choice = choice.flat_map(|it| [format!("## {CHOICE}"), installation::choice(it)]);
    let lines = installation::manifest(plan.package, &plan.overview.installation);
    let installation = ["## Installation".to_owned(), lines];
    choice.chain(installation).chain(blocks).collect()
}

/// The title of the section about the features to choose.
const CHOICE: &str = "Choosing features";

fn title(section: &Section<'_>) -> &'static str {
    match section {
        Section::FirstCall(_) => "Getting started",
        Section::Credentials(_) => "Authentication",
        Section::Operations(_) => "Operations",
        Section::Skipped(_) => "Missing operations",
        Section::Bodies(_) => "Request bodies",
        Section::Errors(..) => "Errors",
        Section::Pagination(_) => "Pagination",
        Section::Waiting(_) => "Waiting",
        Section::Streams(_) => "Streams",
        Section::Webhooks(_) => "Webhooks",
        Section::Validation => "Validation",
        Section::Formats(_) => "Dates and other formats",
        Section::RequiredValues(_) => "Many required values",
        Section::Retries(_) => "Retries and deadlines",
        Section::Blocking(..) => "Blocking calls",
        Section::Idempotency(_) => "Idempotency keys",
        Section::OtherRequests(_) => "Other requests",
        Section::Troubleshooting => "Troubleshooting",
        Section::Interceptors => "Interceptors and generic code",
        Section::Tests(_) => "Tests",
        Section::CommandLine(_) => "Command line",
        Section::Features => "Features",
        Section::Limits(_) => "Limits",
        Section::Compatibility => "Compatibility",
    }
}

fn pieces<'a>(plan: &'a Crate<'a>, section: &'a Section<'a>) -> Vec<Piece<'a>> {
    let text = |text: &str| Piece::Text(text.to_owned());
    match section {
        Section::FirstCall(example) => {
            vec![Piece::Code(example), Piece::Plain(EXAMPLES.to_owned())]
        }
        Section::Credentials(variables) => vec![Piece::Text(environment(variables))],
        Section::Operations(operations) => self::operations(operations),
        Section::Skipped(operations) => vec![text(SKIPPED), Piece::Text(skipped(operations))],
        Section::Bodies(example) => vec![text(BODIES), Piece::Code(example)],
        Section::Errors(failures, example) => {
            let own = match failures {
                Failures::Shared => None,
                Failures::Own => Some(text(FAILURES)),
            };
            let example = example.iter().map(Piece::Code);
            [text(ERRORS)]
                .into_iter()
                .chain(example)
                .chain(own)
                .collect()
        }
        Section::Pagination(pagination) => self::pagination(pagination),
        Section::Waiting(waiting) => self::waiting(waiting),
        Section::Streams(streams) => self::streams(streams),
        Section::Webhooks(webhooks) => webhooks::section(webhooks)
            .into_iter()
            .map(Piece::Text)
            .collect(),
        Section::Validation => vec![text(VALIDATION)],
        Section::Formats(formats) => vec![Piece::Text(formats::section(formats))],
        Section::RequiredValues(example) => vec![text(REQUIRED), Piece::Code(example)],
        Section::Retries(example) => vec![text(RETRIES), Piece::Code(example)],
        Section::Blocking(example, iteration) => {
            let words = match iteration {
                Iteration::None => BLOCKING.to_owned(),
                Iteration::Streams => format!("{BLOCKING}\n{ITERATION}"),
            };
            vec![Piece::Text(words), Piece::Code(example)]
        }
        Section::Idempotency(headers) => vec![Piece::Text(idempotency(headers))],
        Section::OtherRequests(example) => vec![text(BEYOND), Piece::Code(example)],
        Section::Troubleshooting => vec![text(TROUBLESHOOTING)],
        Section::Interceptors => vec![text(INTERCEPTORS)],
        Section::Tests(example) => vec![text(TESTS), Piece::Code(example)],
        Section::CommandLine(shown) => vec![Piece::Text(command_line::section(shown))],
        Section::Features => vec![Piece::Text(features::overview(&plan.features))],
        Section::Limits(gaps) => vec![Piece::Text(limits(gaps))],
        Section::Compatibility => vec![Piece::Text(compatibility())],
    }
}

/// The groups, and in the README the operations if they are few.
fn operations<'a>(operations: &'a Operations<'a>) -> Vec<Piece<'a>> {
    let table = match &operations.readme {
        Listing::Operations(rows) => tables::operations(rows),
        Listing::Groups => tables::groups(&operations.groups),
    };
    vec![
        Piece::Text(HANDLES.to_owned()),
        Piece::Groups(&operations.groups),
        Piece::Plain(table),
    ]
}

fn compatibility() -> String {
    let minimum = manifest::rust_version();
    let minimum = minimum.as_ref().and_then(Value::as_str);
    format!(
        "Requires Rust {} {COMPATIBILITY}",
        minimum.unwrap_or_default()
    )
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

fn idempotency(headers: &[&str]) -> String {
    let headers = headers.iter().map(|name| markdown::code(name));
    let headers = headers.collect::<Vec<_>>().join(" or ");
    format!("{KEYS} {headers}. {KEPT}")
}

/// The environment variables of credentials.
fn environment(environment: &Environment<'_>) -> String {
    let variables = variables(environment);
    let refresh = match environment.renewal {
        Renewal::None => "",
        Renewal::RefreshToken => " `RefreshToken` exchanges a refresh token for access tokens.",
    };
    format!(
        "`Client::from_env` reads {variables}. {} overrides the base URL. \
         For credentials from other sources, use `Client::builder`.{refresh}",
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
