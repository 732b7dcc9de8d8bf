//! Digest credentials from environment variables.

use std::sync::Arc;

use super::digest::DigestCredentials;
use super::environment::Pair;

/// The variables of the user name and the password.
pub(crate) static VARIABLES: Pair = Pair {
    names: ["PUBLIC_KEY", "PRIVATE_KEY"],
    create: |username, password| Arc::new(DigestCredentials::new(username, password)),
};
