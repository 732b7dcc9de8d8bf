//! The command line: a program with a command for each operation.

pub(crate) mod arguments;
pub(crate) mod body;
pub(crate) mod check;
pub(crate) mod commands;
pub(crate) mod complete;
pub(crate) mod describe;
pub(crate) mod discover;
pub(crate) mod failure;
pub(crate) mod fields;
pub(crate) mod filter;
pub(crate) mod form;
pub(crate) mod grid;
pub(crate) mod json_schema;
pub(crate) mod known;
pub(crate) mod main;
pub(crate) mod operation;
pub(crate) mod output;
pub(crate) mod own;
pub(crate) mod pages;
pub(crate) mod redact;
pub(crate) mod request;
pub(crate) mod reserved;
pub(crate) mod run;
pub(crate) mod sample;
pub(crate) mod schema;
pub(crate) mod selected;
pub(crate) mod sequence;
pub(crate) mod shell;
pub(crate) mod table;
pub(crate) mod template;
pub(crate) mod value;
pub(crate) mod wait;
pub(crate) mod watch;

pub use main::main;
