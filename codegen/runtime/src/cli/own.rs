//! The flags of the program itself.

use clap::{Arg, ArgAction};

/// Their names. Parameters and properties with one of these have their location in front.
pub(crate) const RESERVED: [&str; 15] = [
    "all",
    "api-version",
    "body-template",
    "content-type",
    "dry-run",
    "file",
    "filter",
    "help",
    "output",
    "output-file",
    "retries",
    "timeout",
    "verbose",
    "version",
    "wait",
];

/// Whether the program has a flag of this name.
pub(crate) fn is_reserved(flag: &str) -> bool {
    RESERVED.contains(&flag)
}

/// The heading of these flags in help.
const HEADING: &str = "Options";

/// The name of a flag as an argument of clap, which no parameter has.
pub(crate) fn id(flag: &str) -> String {
    ["option ", flag].concat()
}

/// A flag with a value.
pub(crate) fn option(flag: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(id(flag))
        .long(flag)
        .value_name(value)
        .help(help)
        .help_heading(HEADING)
}

/// A flag without a value.
pub(crate) fn switch(flag: &'static str, help: &'static str) -> Arg {
    Arg::new(id(flag))
        .long(flag)
        .action(ArgAction::SetTrue)
        .help(help)
        .help_heading(HEADING)
}
