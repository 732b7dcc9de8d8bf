//! Basic credentials from environment variables.

use std::sync::Arc;

use super::basic::BasicCredentials;
use super::credentials::Credentials;

pub(crate) fn create(_scheme: &'static str, values: Vec<String>) -> Option<Arc<dyn Credentials>> {
    let [username, password] = values.try_into().ok()?;
    Some(Arc::new(BasicCredentials::new(username, password)))
}
