//! Setters take the builder and give it back; here nobody keeps it.

use atlas_private_endpoints::{Client, Error};

fn connect() -> Result<Client, Error> {
    let builder = Client::builder();
    builder.base_url("https://gateway.example.com");
    builder.build()
}

fn main() {}
