//! The program.

use std::env;
use std::process::ExitCode;
use std::time::Duration;

use clap::ArgMatches;
use clap::error::ErrorKind;
use serde_json::Value;

use super::commands::program;
use super::failure::{Class, Failure};
use super::operation::is_public;
use super::output::{Output, line};
use super::own;
use super::request::request;
use super::selected::{Selected, Words, select};
use super::table::{Table, list, text};
use super::{discover, shell, template};
use crate::call::Call;
use crate::client::builder::ClientBuilder;
use crate::client::handle::Client;
use crate::client::retry::Retry;
use crate::net::reply::Reply;

/// Runs the command line on the arguments of the process. `data` describes the commands: it is the file `src/cli/api.json`
/// of the crate. `client` sends the requests, and may have its own credentials, interceptors and limits; a base URL in the
/// environment overrides its base URL.
pub fn main(client: ClientBuilder, data: &'static str) -> ExitCode {
    let table = Table::new(data);
    let arguments = env::args_os().skip(1);
    let arguments: Vec<String> = arguments
        .map(|it| it.to_string_lossy().into_owned())
        .collect();
    match run(&table, client, &arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run(table: &Table, client: ClientBuilder, arguments: &[String]) -> Result<(), Failure> {
    let words = Words::of(arguments);
    let selected = select(table, words);
    let program = program(table, words, selected.as_ref());
    let name = text(table.head(), "program").unwrap_or_default().to_owned();
    let parsed = program.try_get_matches_from([name].iter().chain(arguments));
    let matches = match parsed {
        Ok(matches) => matches,
        Err(error) => return refused(&error),
    };
    match matches.subcommand() {
        Some(("search", matches)) => return discover::search(table, matches),
        Some(("describe", matches)) => return discover::describe(table, matches),
        Some(("completions", matches)) => return shell::completions(table, matches),
        Some(("man", matches)) => return shell::man(table, matches),
        _ => {}
    }
    let group = matches.subcommand().map(|(_, group)| group);
    let command = group.and_then(ArgMatches::subcommand);
    match (command, selected) {
        (Some((_, matches)), Some(selected)) => call(table, &selected, matches, client),
        _ => Err(Failure::usage("there is no such command")),
    }
}

/// Help is a result; other errors are failures.
fn refused(error: &clap::Error) -> Result<(), Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            line(error.render().to_string().trim_end())
        }
        _ => {
            let text = error.render().to_string();
            let text = text.strip_prefix("error: ").unwrap_or(&text);
            // The usage is in `--help`.
            let (message, _) = text.split_once("\n\nUsage:").unwrap_or((text, ""));
            let words: Vec<_> = message.split_whitespace().collect();
            Err(Failure::usage(words.join(" ")))
        }
    }
}

/// Calls the operation of a command.
fn call(
    table: &Table,
    selected: &Selected,
    matches: &ArgMatches,
    client: ClientBuilder,
) -> Result<(), Failure> {
    let is_set = |flag: &str| matches!(matches.try_get_one::<bool>(&own::id(flag)), Ok(Some(true)));
    if is_set("body-template") {
        return template::print(table, selected);
    }
    let output = Output::of(matches)?;
    let request = request(table, selected, matches)?;
    let client = build(table, client)?;
    let has_credentials = client.parts().credentials.is_some();
    let mut call = request.call(selected, &client);
    limits(&mut call, matches)?;
    if is_set("dry-run") {
        let command = call.to_curl().map_err(|error| Failure::call(&error))?;
        return line(&command);
    }
    if !has_credentials && !is_public(selected.value) {
        return Err(missing_credentials(table, selected.value));
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| Failure::new(Class::Other, error.to_string()))?;
    let response = runtime.block_on(call.send_for_response(Reply::read_bytes));
    let response = response.map_err(|error| Failure::call(&error))?;
    output.print(response.body())
}

/// The limits that the flags set.
fn limits(call: &mut Call, matches: &ArgMatches) -> Result<(), Failure> {
    let number = |flag: &str| matches.get_one::<String>(&own::id(flag));
    if let Some(text) = number("timeout") {
        let seconds = text.trim_end_matches('s').parse().ok();
        let timeout = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        match timeout.filter(|timeout| !timeout.is_zero()) {
            Some(timeout) => call.timeout(timeout),
            None => return Err(Failure::usage("--timeout is not a number of seconds")),
        }
    }
    if let Some(text) = number("retries") {
        match text.parse::<u32>() {
            Ok(retries) => call.retry(Retry::new().max_attempts(retries.saturating_add(1))),
            Err(_) => return Err(Failure::usage("--retries is not a number")),
        }
    }
    Ok(())
}

/// The client with the base URL of the environment.
fn build(table: &Table, client: ClientBuilder) -> Result<Client, Failure> {
    let variable = text(table.head(), "base_url").unwrap_or_default();
    let url = env::var(variable).ok().filter(|url| !url.is_empty());
    let client = match url {
        Some(url) => client.base_url(url),
        None => client,
    };
    client.build().map_err(|error| {
        let failure = Failure::call(&error);
        // The environment has one of two variables.
        if error.to_string().contains("environment variable") {
            Failure::new(Class::Credentials, error.to_string())
        } else {
            failure
        }
    })
}

/// The variables of the credentials that an operation accepts.
fn missing_credentials(table: &Table, command: &'static Value) -> Failure {
    let accepted = list(command, "security").iter();
    let accepted = accepted.filter_map(Value::as_array).flatten();
    let accepted: Vec<_> = accepted.filter_map(Value::as_str).collect();
    let schemes = list(table.head(), "credentials").iter();
    let schemes = schemes.filter(|it| {
        let name = it.get(0).and_then(Value::as_str);
        name.is_some_and(|name| accepted.contains(&name))
    });
    let names = schemes.map(|scheme| {
        let names = scheme
            .get(1)
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let names: Vec<_> = names.filter_map(Value::as_str).collect();
        names.join(" and ")
    });
    let names: Vec<_> = names.collect();
    let message = format!(
        "there are no credentials in the environment; set {}",
        names.join(", or ")
    );
    Failure::new(Class::Credentials, message)
}
