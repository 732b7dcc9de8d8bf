//! The commands, made of data. Only those that the words name are read.

use clap::{Arg, ArgAction, Command, ValueHint};
use serde_json::Value;

use super::describe::{after_help, facts, flag_help, long_about, property_help};
use super::fields::Field;
use super::known::Known;
use super::own::{option, switch};
use super::schema::{Form, Schema, name};
use super::selected::{Selected, Words, is_tag, select};
use super::table::{Named, Table, is, list, text, texts};
use super::{discover, shell};

/// Help is not wider than this, wherever it is printed.
const WIDTH: usize = 100;

/// The program with the groups, the commands of the group that the words name, and the flags of the command.
pub(crate) fn program(table: &Table, words: Words<'_>, selected: Option<&Selected>) -> Command {
    let head = table.head();
    let name = text(head, "program").unwrap_or_default();
    let mut program = Command::new(name)
        .about(text(head, "title").unwrap_or_default())
        .version(env!("CARGO_PKG_VERSION"))
        .max_term_width(WIDTH)
        .term_width(WIDTH)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommand_value_name("COMMAND")
        .after_help(environment(table));
    if let Some(description) = text(head, "description") {
        program = program.long_about(description);
    }
    let own = discover::commands().into_iter().chain(shell::commands());
    for group in table.groups() {
        let first = table.first(group.name).unwrap_or(group.name);
        let mut command = self::group(group, example(table, first));
        if words.group == Some(group.name) {
            for named in table.commands(group.name) {
                let is_selected = selected.is_some_and(|it| it.name == named.name);
                command = command.subcommand(match selected.filter(|_| is_selected) {
                    Some(selected) => self::command(table, named, selected),
                    None => brief(named),
                });
            }
        }
        program = program.subcommand(command);
    }
    program.subcommands(own)
}

/// The program with all commands and flags.
pub(crate) fn whole(table: &Table) -> Command {
    let mut program = program(table, Words::default(), None);
    for group in table.groups() {
        for named in table.commands(group.name) {
            let words = Words {
                group: Some(group.name),
                command: Some(named.name),
                version: None,
            };
            if let Some(selected) = select(table, words) {
                program = program.mut_subcommand(group.name, |command| {
                    command.subcommand(self::command(table, named, &selected))
                });
            }
        }
    }
    program
}

/// An example, the environment and the exit statuses.
fn environment(table: &Table) -> String {
    let head = table.head();
    let mut lines = Vec::new();
    let first = table.groups().find_map(|it| table.first(it.name));
    lines.extend(first.map(|words| example(table, words) + "\n"));
    let document = text(head, "document").unwrap_or_default();
    lines.push(format!("Version of the API: {document}\n"));
    lines.push("Environment:".to_owned());
    for (scheme, variables) in table.credentials() {
        lines.push(format!(
            "  {}  credentials ({scheme})",
            variables.join(", ")
        ));
    }
    let base_url = text(head, "base_url").unwrap_or_default();
    lines.push(format!("  {base_url}  base URL"));
    lines.push(
        "\nExit status: 0 success, 2 usage, 3 credentials, 4 not found, 5 conflict, 6 rate limited, 7 server, 8 transport, 9 other."
            .to_owned(),
    );
    lines.join("\n")
}

fn group(group: Named, example: String) -> Command {
    let tag = text(group.value, "tag").unwrap_or_default();
    Command::new(group.name)
        .about(text(group.value, "about").unwrap_or(tag))
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommand_value_name("OPERATION")
        .subcommand_help_heading("Operations")
        .after_help(example)
}

/// The example of the program or of a group: the help of a command.
fn example(table: &Table, words: &str) -> String {
    let program = text(table.head(), "program").unwrap_or_default();
    format!("Example:\n  {program} {words} --help")
}

/// A command without its flags.
fn brief(command: Named) -> Command {
    let about = text(command.value, "about").unwrap_or_default();
    let about = about.lines().next().unwrap_or_default();
    let about = if is(command.value, "deprecated") {
        ["(deprecated) ", about].concat()
    } else {
        about.to_owned()
    };
    Command::new(command.name)
        .aliases(texts(command.value, "aliases"))
        .about(about)
}

fn command(table: &Table, named: Named, selected: &Selected) -> Command {
    let value = selected.value;
    let mut command = brief(named)
        .long_about(long_about(value))
        .after_long_help(after_help(table, selected))
        .after_help([&*facts(value), "\n\n", &after_help(table, selected)].concat());
    for flag in list(value, "flags") {
        command = command.arg(parameter(table, flag, is_tag(value, flag)));
    }
    for field in &selected.fields {
        command = command.arg(property(table, field));
    }
    options(value).into_iter().fold(command, Command::arg)
}

fn parameter(table: &Table, flag: &'static Value, is_tag: bool) -> Arg {
    let schema = flag.get("type").map(|ty| table.schema(ty));
    let long = text(flag, "flag").unwrap_or_default();
    let heading = match text(flag, "in").unwrap_or_default() {
        "path" => "Path",
        "header" => "Headers",
        "cookie" => "Cookies",
        _ => "Query",
    };
    let (help, long_help) = flag_help(table, flag, is_tag);
    let arg = Arg::new(long)
        .long(long)
        .aliases(texts(flag, "aliases"))
        .help(help)
        .long_help(long_help)
        .help_heading(heading);
    match schema {
        Some(schema) => typed(arg, table, schema),
        None => arg,
    }
}

fn property(table: &Table, field: &Field) -> Arg {
    let (help, long_help) = property_help(table, field);
    let arg = Arg::new(field.flag.clone())
        .long(field.flag.clone())
        .help(help)
        .long_help(long_help)
        .help_heading("Body");
    let form = field.uses.first().filter(|it| it.tags.is_empty());
    if let Some(form) = form {
        return typed(arg, table, table.schema(form.ty));
    }
    let tags = field.uses.iter().flat_map(|it| &it.tags);
    let tags: Vec<_> = tags.map(|it| (*it).to_owned()).collect();
    arg.value_name("string")
        .action(ArgAction::Append)
        .value_parser(Known(tags))
        .hide_possible_values(true)
}

/// Every flag can be repeated, so that one report has all problems.
fn typed(arg: Arg, table: &Table, schema: Schema) -> Arg {
    let arg = arg
        .value_name(name(table, schema))
        .value_parser(Known(values(table, schema)))
        .hide_possible_values(true)
        .action(ArgAction::Append);
    match schema.form {
        Form::Boolean => arg.num_args(0..=1).default_missing_value("true"),
        _ => arg.num_args(1).allow_hyphen_values(true),
    }
}

/// The known values of a type, or of its items.
fn values(table: &Table, schema: Schema) -> Vec<String> {
    match schema.form {
        Form::Boolean => vec!["true".to_owned(), "false".to_owned()],
        Form::Enum(values) => {
            let text = |value: &Value| value.as_str().map(str::to_owned);
            values
                .iter()
                .map(|it| text(it).unwrap_or_else(|| it.to_string()))
                .collect()
        }
        Form::List(item) => match table.schema(item) {
            schema if matches!(schema.form, Form::Enum(_)) => values(table, schema),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// The flags of the program that apply to a command.
fn options(command: &'static Value) -> Vec<Arg> {
    let mut options = Vec::new();
    if command.get("body").is_some() {
        options.extend([
            option(
                "file",
                "FILE",
                "Reads the body from a file, `-` for standard input; excludes the flags of the body",
            )
            .value_hint(ValueHint::FilePath),
            switch(
                "body-template",
                "Prints a body that passes validation, one for each alternative, and sends nothing",
            ),
        ]);
    }
    if list(command.get("body").unwrap_or(&Value::Null), "media").len() > 1 {
        options.push(option("content-type", "TYPE", "The media type of the body"));
    }
    if texts(command, "versions").next().is_some() || command.get("version").is_some() {
        options.push(option("api-version", "VERSION", "The version of the API"));
    }
    options.push(switch(
        "dry-run",
        "Prints the request as a `curl` command without secrets, and sends nothing",
    ));
    if command.get("pages").is_some() {
        options.push(switch(
            "all",
            "Prints the items of all pages, one on each line",
        ));
    }
    if command.get("wait").is_some() {
        options.push(switch(
            "wait",
            "Waits until the server has done the work, and prints the last state, or all items of a list",
        ));
    }
    options.extend([
        option(
            "output",
            "FORMAT",
            "The form of the response: `json` (default), `raw` or `table`",
        )
        .value_parser(Known(["json", "raw", "table"].map(str::to_owned).to_vec()))
        .hide_possible_values(true),
        option(
            "filter",
            "PATH",
            "Prints a part of the response, such as `results[].id` or `links.0.href`",
        ),
        option("output-file", "FILE", "Writes the response to a file")
            .value_hint(ValueHint::FilePath),
        switch(
            "verbose",
            "Shows the request and the responses on standard error, without secrets",
        ),
    ]);
    options.extend([
        option("timeout", "SECONDS", "The timeout of each attempt"),
        option(
            "retries",
            "NUMBER",
            "The number of retries, which happen only when they are safe; 3 by default",
        ),
    ]);
    options
}
