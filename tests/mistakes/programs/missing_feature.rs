//! The features of a group and of the in-memory transport are disabled.

use atlas_private_endpoints::testing::InMemory;
use atlas_private_endpoints::types::BackupCloudProvider;
use atlas_private_endpoints::{Client, Error};

fn connect() -> Result<Client, Error> {
    Client::builder().transport(InMemory::new()).build()
}

fn backups(client: &Client) {
    client.cloud_backups();
}

fn main() {}
