//! `cargo xtask corpus`: generates, compiles and exercises the clients of every document in a folder.
//!
//! A run continues where the last one stopped: results are saved below `target/corpus/` and remain valid until
//! the document, the generator or the compiler changes. Failures are retried.

mod arguments;
mod cargo;
mod check;
mod client;
mod compile;
mod count;
mod document;
mod exercise;
mod generate;
mod kind;
mod record;
mod store;
mod summary;
mod table;

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;

pub(crate) use self::arguments::Arguments;
use self::client::Clients;
use self::document::Document;
use self::store::Store;
use self::table::Table;
use crate::{Outcome, workspace};

/// Generates all clients, compiles them, and prints a table.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let documents = document::find(arguments)?;
    let clients = Clients::new(&folder(), &documents);
    let mut store = Store::open(clients.root.join("records.json"));
    generate::all(&documents, &clients, &mut store, arguments)?;
    if !arguments.no_compile {
        compile::all(&documents, &clients, &mut store, arguments)?;
    }
    if arguments.exercise.is_some() {
        exercise::all(&documents, &clients, &mut store, arguments)?;
    }
    let table = Table::new(&documents, &store, arguments);
    write!(io::stdout(), "{table}")?;
    Ok(if table.has_bugs() {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// The directory for clients and build output, ignored by git.
fn folder() -> PathBuf {
    workspace::target().join("corpus")
}
