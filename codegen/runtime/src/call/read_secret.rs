//! Response bodies of text that is secret.

use crate::auth::secret::Secret;
use crate::net::reply::Reply;
use crate::wire::DecodeError;

impl Reply {
    /// Decodes a body of text that is a secret.
    pub(crate) fn read_secret(&self) -> Result<Secret, DecodeError> {
        let text = std::str::from_utf8(&self.body);
        let error = |error: std::str::Utf8Error| DecodeError::new(String::new(), error.to_string());
        text.map(Secret::from).map_err(error)
    }
}
