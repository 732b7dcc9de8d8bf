//! The flags of the program itself.

use clap::{Arg, ArgAction};

use super::reserved::RESERVED;

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
