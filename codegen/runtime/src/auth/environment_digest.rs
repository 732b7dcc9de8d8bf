//! Digest credentials from environment variables.

use std::sync::Arc;

use super::credentials::Credentials;
use super::digest::DigestCredentials;

pub(crate) fn create(_scheme: &'static str, values: Vec<String>) -> Option<Arc<dyn Credentials>> {
    let [username, password] = values.try_into().ok()?;
    Some(Arc::new(DigestCredentials::new(username, password)))
}
