//! Client credentials from environment variables.

use std::sync::Arc;

use super::client_credentials::ClientCredentials;
use super::credentials::Credentials;

pub(crate) fn create(_scheme: &'static str, values: Vec<String>) -> Option<Arc<dyn Credentials>> {
    let [id, secret] = values.try_into().ok()?;
    Some(Arc::new(ClientCredentials::new(id, secret)))
}
