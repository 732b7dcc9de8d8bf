//! `?` is used in a function that returns no `Result`.

use atlas_private_endpoints::Client;

fn main() {
    let client = Client::from_env()?;
    println!("{client:?}");
}
