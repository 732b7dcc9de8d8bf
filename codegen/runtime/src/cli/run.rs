//! Calls the operation of a command.

use std::env;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::atomic::Ordering;
use std::task::Poll;
use std::time::Duration;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::failure::{Class, Failure, Problem, note, problem};
use super::operation::is_public;
use super::output::{Output, line};
use super::own;
use super::request::request;
use super::selected::Selected;
use super::table::{Table, is, list, text, texts};
use super::watch::Watch;
use super::{pages, sequence, template, wait};
use crate::call::Call;
use crate::client::builder::ClientBuilder;
use crate::client::handle::Client;
use crate::client::retry::Retry;
use crate::net::reply::Reply;

/// A call with everything around it.
struct Run<'a> {
    table: &'a Table,
    command: &'static Value,
    matches: &'a ArgMatches,
}

/// Calls the operation of a command, and prints the result.
///
/// # Errors
///
/// If the arguments are not valid, or the call or the output fails.
pub(crate) fn call(
    table: &Table,
    selected: &Selected,
    matches: &ArgMatches,
    mut problems: Vec<Problem>,
    client: ClientBuilder,
) -> Result<(), Failure> {
    if is_set(matches, "body-template") && problems.is_empty() {
        return template::print(table, selected);
    }
    let mut output = Output::of(selected.value, matches, &mut problems);
    let limits = Limits::of(matches, &mut problems);
    problems.extend(unknown_version(selected.value, matches));
    if is_set(matches, "all") && is_set(matches, "wait") {
        problems.push(problem("--all", "excludes --wait"));
    }
    let request = request(table, selected, matches, &mut problems);
    if !problems.is_empty() {
        return Err(Failure::problems(problems));
    }
    let watch = Watch {
        is_verbose: is_set(matches, "verbose"),
        ..Watch::default()
    };
    let client = build(table, client.interceptor(watch.clone()))?;
    let has_credentials = client.parts().credentials.is_some();
    let mut call = request.call(selected, &client);
    limits.set(&mut call);
    if is_set(matches, "dry-run") {
        return line(&curl(&call)?);
    }
    if !has_credentials && !is_public(selected.value) {
        return Err(missing_credentials(table, selected.value));
    }
    warn(selected.value);
    if watch.is_verbose {
        note(&format!("> {}", curl(&call)?));
    }
    output.open(matches)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| Failure::new(Class::Other, error.to_string()))?;
    let run = Run {
        table,
        command: selected.value,
        matches,
    };
    runtime.block_on(async {
        let work = run.finish(call, &mut output);
        match until_interrupted(work).await {
            Some(result) => result,
            None => Err(interrupted(watch.is_sent.load(Ordering::Relaxed))),
        }
    })
}

impl Run<'_> {
    /// Sends the request, and what follows it.
    async fn finish(&self, call: Box<Call>, output: &mut Output) -> Result<(), Failure> {
        let declared = |flag: &str, key: &str| {
            let value = self.command.get(key);
            value.filter(|_| is_set(self.matches, flag))
        };
        if let Some(declared) = declared("all", "pages") {
            return pages::print(call, declared, output).await;
        }
        if let Some(declared) = self.command.get("stream") {
            return sequence::print(call, declared, output).await;
        }
        if let Some(declared) = declared("wait", "wait") {
            let last = wait::finish(self.table, self.command, declared, call).await?;
            return output.print(&last.to_string().into());
        }
        let response = call.send_for_response(Reply::read_bytes).await;
        let response = response.map_err(|error| Failure::call(&error))?;
        output.print(response.body())
    }
}

/// Whether a switch of the program is set; not every command has each of them.
fn is_set(matches: &ArgMatches, flag: &str) -> bool {
    matches!(matches.try_get_one::<bool>(&own::id(flag)), Ok(Some(true)))
}

fn curl(call: &Call) -> Result<String, Failure> {
    call.to_curl().map_err(|error| Failure::call(&error))
}

/// The result of some work, unless a person stops it first.
async fn until_interrupted<T>(work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut signal = pin!(tokio::signal::ctrl_c());
    poll_fn(|context| {
        if let Poll::Ready(result) = work.as_mut().poll(context) {
            return Poll::Ready(Some(result));
        }
        match signal.as_mut().poll(context) {
            Poll::Ready(Ok(())) => Poll::Ready(None),
            // Without a handler, the signal ends the process.
            Poll::Ready(Err(_)) | Poll::Pending => Poll::Pending,
        }
    })
    .await
}

fn interrupted(is_sent: bool) -> Failure {
    Failure::new(
        Class::Interrupted,
        if is_sent {
            "interrupted after the request had been sent; the server may have processed it"
        } else {
            "interrupted before anything was sent"
        },
    )
}

/// Warns about operations that may change or end.
fn warn(command: &'static Value) {
    let id = text(command, "id").unwrap_or_default();
    let sunset = text(command, "sunset");
    let warning = match sunset {
        Some(day) => format!("`{id}` is deprecated: the API stops serving this version on {day}"),
        None if is(command, "deprecated") => format!("`{id}` is deprecated"),
        None if text(command, "version") == Some("preview") => {
            format!("`{id}` is a preview, which may change at any time")
        }
        None => return,
    };
    note(&json!({"warning": warning}).to_string());
}

/// The limits that the flags set.
struct Limits {
    timeout: Option<Duration>,
    retry: Option<Retry>,
}

impl Limits {
    fn of(matches: &ArgMatches, problems: &mut Vec<Problem>) -> Self {
        let get = |flag: &str| matches.get_one::<String>(&own::id(flag));
        let timeout = get("timeout").map(|text| {
            let seconds = text.trim_end_matches('s').parse().ok();
            let timeout = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
            timeout.filter(|timeout| !timeout.is_zero())
        });
        if timeout == Some(None) {
            problems.push(problem("--timeout", "is not a number of seconds"));
        }
        let retries = get("retries").map(|text| text.parse::<u32>().ok());
        if retries == Some(None) {
            problems.push(problem("--retries", "is not a number"));
        }
        let attempts = retries.flatten().map(|retries| retries.saturating_add(1));
        Self {
            timeout: timeout.flatten(),
            retry: attempts.map(|attempts| Retry::new().max_attempts(attempts)),
        }
    }

    fn set(self, call: &mut Call) {
        if let Some(timeout) = self.timeout {
            call.timeout(timeout);
        }
        if let Some(retry) = self.retry {
            call.retry(retry);
        }
    }
}

/// The problem of an unknown version. A known one has selected its own command.
fn unknown_version(command: &'static Value, matches: &ArgMatches) -> Option<Problem> {
    let id = own::id("api-version");
    let wanted = matches.try_get_one::<String>(&id).ok().flatten()?;
    let own = text(command, "version");
    if own == Some(wanted) {
        return None;
    }
    let known: Vec<_> = own.into_iter().chain(texts(command, "versions")).collect();
    let message = format!("is not a version of the operation: {}", known.join(", "));
    Some(problem("--api-version", &message))
}

/// The client with the base URL of the environment.
fn build(table: &Table, client: ClientBuilder) -> Result<Client, Failure> {
    let variable = text(table.head(), "base_url").unwrap_or_default();
    let url = env::var(variable).ok().filter(|url| !url.is_empty());
    let client = match url {
        Some(url) => client.base_url(url),
        None => client,
    };
    client.build().map_err(|error| Failure::call(&error))
}

/// The variables of the credentials that an operation accepts.
fn missing_credentials(table: &Table, command: &'static Value) -> Failure {
    let accepted = list(command, "security").iter();
    let accepted = accepted.filter_map(Value::as_array).flatten();
    let accepted: Vec<_> = accepted.filter_map(Value::as_str).collect();
    let schemes = table.credentials();
    let schemes = schemes.filter(|(scheme, _)| accepted.contains(scheme));
    let names = schemes.map(|(_, variables)| variables.join(" and "));
    let names: Vec<_> = names.collect();
    let message = format!(
        "there are no credentials in the environment; set {}",
        names.join(", or ")
    );
    Failure::new(Class::Credentials, message)
}
