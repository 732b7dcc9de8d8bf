//! A bearer token from environment variables.

use std::sync::Arc;

use super::bearer::BearerToken;
use super::credentials::Credentials;

pub(crate) fn create(_scheme: &'static str, values: Vec<String>) -> Option<Arc<dyn Credentials>> {
    let [token] = values.try_into().ok()?;
    Some(Arc::new(BearerToken::new(token)))
}
