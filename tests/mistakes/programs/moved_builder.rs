//! A setter consumes the builder, and its result is dropped.

use atlas_private_endpoints::{Client, Error};

fn connect() -> Result<Client, Error> {
    let builder = Client::builder();
    builder.base_url("https://gateway.example.com");
    builder.build()
}

fn main() {}
