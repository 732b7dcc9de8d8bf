//! One table for each folder of the runtime.

mod auth;
mod blocking;
mod call;
mod cli;
mod client;
mod error;
mod events;
mod formats;
mod net;
mod paging;
mod root;
mod testing;
mod waiting;
mod webhook;
mod wire;

use super::Part;

pub(super) const TABLES: &[&[Part]] = &[
    auth::PARTS,
    blocking::PARTS,
    call::PARTS,
    cli::PARTS,
    client::PARTS,
    error::PARTS,
    events::PARTS,
    formats::PARTS,
    net::PARTS,
    paging::PARTS,
    root::PARTS,
    testing::PARTS,
    waiting::PARTS,
    webhook::PARTS,
    wire::PARTS,
];
