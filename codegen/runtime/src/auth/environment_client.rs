//! Client credentials from environment variables.

use std::sync::Arc;

use super::client_credentials::ClientCredentials;
use super::environment::Pair;

/// The variables of the id and the secret.
pub(crate) static VARIABLES: Pair = Pair {
    names: ["CLIENT_ID", "CLIENT_SECRET"],
    create: |id, secret| Arc::new(ClientCredentials::new(id, secret)),
};
