//! A URL is passed instead of a transport.

use atlas_private_endpoints::{Client, Error};

fn connect() -> Result<Client, Error> {
    Client::builder().transport("https://proxy.example.com").build()
}

fn main() {}
