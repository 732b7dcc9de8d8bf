//! Response bodies of text.

use crate::net::reply::Reply;
use crate::wire::DecodeError;

impl Reply {
    /// Decodes a body of text.
    pub(crate) fn read_text(&self) -> Result<String, DecodeError> {
        let text = std::str::from_utf8(&self.body).map(str::to_owned);
        text.map_err(|error| DecodeError::new(String::new(), error.to_string()))
    }
}
