//! `cargo xtask corpus`: the generator on every document of a folder, and the compiler on what it makes of them.
//!
//! A run continues where the last one stopped: what is known of a document is kept below `target/corpus/` and holds until
//! the document, the generator or the compiler changes. Only what failed is tried again.

mod arguments;
mod cargo;
mod check;
mod client;
mod compile;
mod count;
mod document;
mod generate;
mod record;
mod store;
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
    let documents = document::find(&arguments.places)?;
    let clients = Clients::new(&folder(), &documents);
    let mut store = Store::open(clients.root.join("records.json"));
    generate::all(&documents, &clients, &mut store, arguments)?;
    if !arguments.no_compile {
        compile::all(&documents, &clients, &mut store, arguments)?;
    }
    let table = Table::new(&documents, &store, arguments);
    write!(io::stdout(), "{table}")?;
    Ok(if table.has_bugs() {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// Where clients are written and compiled. Ignored by git.
fn folder() -> PathBuf {
    workspace::target().join("corpus")
}
