//! The program.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Command};

use super::arguments::{Arguments, arguments};
use super::commands::program;
use super::failure::Failure;
use super::output::line;
use super::run::call;
use super::selected::{Selected, Words, select, without_words};
use super::table::{Table, text};
use super::{discover, shell};
use crate::client::builder::ClientBuilder;

/// Runs the command line on the arguments of the process. `data` describes the commands: it is the file `src/cli/api.json`
/// of the crate. `client` sends the requests, and may have its own credentials, interceptors and limits; a base URL in the
/// environment overrides its base URL.
#[must_use]
pub fn main(client: ClientBuilder, data: &'static str) -> ExitCode {
    let table = Table::new(data);
    let arguments = env::args_os().skip(1).map(|it| {
        let failed = |it: OsString| Failure::usage(format!("the argument {it:?} is not UTF-8"));
        it.into_string().map_err(failed)
    });
    let arguments = arguments.collect::<Result<Vec<String>, _>>();
    match arguments.and_then(|it| run(&table, client, &with_help(it))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

/// `help WORDS` is `WORDS --help`.
fn with_help(mut arguments: Vec<String>) -> Vec<String> {
    if arguments.first().is_some_and(|it| it == "help") {
        arguments.rotate_left(1);
        arguments.pop();
        arguments.push("--help".to_owned());
    }
    arguments
}

fn run(table: &Table, client: ClientBuilder, arguments: &[String]) -> Result<(), Failure> {
    let words = Words::of(arguments);
    let selected = select(table, words);
    let mut program = program(table, words, selected.as_ref());
    program.build();
    let Some(selected) = selected else {
        return other(table, program, arguments);
    };
    let names = [selected.group, selected.name];
    let Arguments { valid, problems } = sorted(&program, &selected, arguments);
    let valid = valid.iter().map(String::as_str);
    let matches = match parse(table, program, names.into_iter().chain(valid)) {
        Ok(matches) => matches,
        Err(error) => return refused(table, &error),
    };
    let group = matches.subcommand().map(|(_, group)| group);
    match group.and_then(ArgMatches::subcommand) {
        Some((_, matches)) => call(table, &selected, matches, problems, client),
        None => Err(Failure::usage("the command is unknown")),
    }
}

/// The arguments of the command that is selected.
fn sorted(program: &Command, selected: &Selected, arguments: &[String]) -> Arguments {
    let group = program.find_subcommand(selected.group);
    let command = group.and_then(|it| it.find_subcommand(selected.name));
    let words = without_words(arguments);
    command.map_or_else(Arguments::default, |it| self::arguments(it, &words))
}

fn parse<'a>(
    table: &Table,
    program: Command,
    words: impl Iterator<Item = &'a str>,
) -> Result<ArgMatches, clap::Error> {
    let name = text(table.head(), "program").unwrap_or_default();
    program.try_get_matches_from(std::iter::once(name).chain(words))
}

/// Runs a command of the program itself.
fn other(table: &Table, program: Command, arguments: &[String]) -> Result<(), Failure> {
    let words = arguments.iter().map(String::as_str);
    let matches = match parse(table, program, words) {
        Ok(matches) => matches,
        Err(error) => return refused(table, &error),
    };
    match matches.subcommand() {
        Some(("search", matches)) => discover::search(table, matches),
        Some(("describe", matches)) => discover::describe(table, matches),
        Some(("completions", matches)) => shell::completions(table, matches),
        Some(("man", matches)) => shell::man(table, matches),
        _ => Err(Failure::usage("the command is unknown")),
    }
}

/// Help is a result; other errors are failures.
fn refused(table: &Table, error: &clap::Error) -> Result<(), Failure> {
    let rendered = error.render().to_string();
    let name = text(table.head(), "program").unwrap_or_default();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => line(rendered.trim_end()),
        ErrorKind::MissingSubcommand => {
            let parent = context(error, ContextKind::InvalidSubcommand);
            let parent = parent.as_deref().unwrap_or(name);
            let message = format!("no command is given; see `{parent} --help`");
            Err(Failure::usage(message))
        }
        ErrorKind::InvalidSubcommand => {
            let given = context(error, ContextKind::InvalidSubcommand);
            let mut message = format!("`{}` is unknown", given.unwrap_or_default());
            if let Some(other) = context(error, ContextKind::SuggestedSubcommand) {
                message.extend(["; did you mean `", &*other, "`?"]);
            }
            message.extend(["; `", name, " search WORDS` finds operations"]);
            Err(Failure::usage(message))
        }
        _ => {
            let text = rendered.strip_prefix("error: ").unwrap_or(&rendered);
            // The usage is in `--help`.
            let (message, _) = text.split_once("\n\nUsage:").unwrap_or((text, ""));
            let (message, _) = message.split_once("\n\nFor more").unwrap_or((message, ""));
            let words: Vec<_> = message.split_whitespace().collect();
            Err(Failure::usage(words.join(" ")))
        }
    }
}

/// A detail of an error; the first one of several.
fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    }
}
