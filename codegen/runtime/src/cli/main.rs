//! The program.

use std::env;
use std::process::ExitCode;

use clap::ArgMatches;
use clap::error::ErrorKind;

use super::commands::program;
use super::failure::Failure;
use super::output::line;
use super::run::call;
use super::selected::{Words, select};
use super::table::{Table, text};
use super::{discover, shell};
use crate::client::builder::ClientBuilder;

/// Runs the command line on the arguments of the process. `data` describes the commands: it is the file `src/cli/api.json`
/// of the crate. `client` sends the requests, and may have its own credentials, interceptors and limits; a base URL in the
/// environment overrides its base URL.
#[must_use]
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
        _ => Err(Failure::usage("the command is unknown")),
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
