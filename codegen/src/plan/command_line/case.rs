//! The case of commands.

use crate::name::{camel_command, kebab_command};
use crate::options::{CliOptions, CommandCase};

/// The name of a group, or of an operation whose id cannot be a command.
pub(super) fn command(options: &CliOptions, text: &str) -> String {
    match options.case {
        CommandCase::Camel => camel_command(text),
        CommandCase::Kebab => kebab_command(text),
    }
}

/// The commands of the program, which groups must not hide.
const OWN: [&str; 5] = ["completions", "describe", "help", "man", "search"];

/// The name of a group.
pub(super) fn group_command(options: &CliOptions, tag: &str) -> String {
    match command(options, tag) {
        name if OWN.contains(&&*name) => command(options, &format!("{name} api")),
        name => name,
    }
}
