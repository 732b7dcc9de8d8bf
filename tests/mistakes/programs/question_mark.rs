//! A `?` stands in a function that gives no result.

use atlas_private_endpoints::Client;

fn main() {
    let client = Client::from_env()?;
    println!("{client:?}");
}
