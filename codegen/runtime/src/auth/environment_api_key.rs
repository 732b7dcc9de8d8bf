//! An API key from environment variables.

use std::sync::Arc;

use super::api_key::ApiKey;
use super::credentials::Credentials;

pub(crate) fn create(scheme: &'static str, values: Vec<String>) -> Option<Arc<dyn Credentials>> {
    let [key] = values.try_into().ok()?;
    Some(Arc::new(ApiKey::new(key).for_scheme(scheme)))
}
