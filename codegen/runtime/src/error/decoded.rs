//! The error body that most operations share.

use super::call_error::Error;
use crate::wire::Decode;

impl Error {
    /// The body, decoded on the first call.
    pub(crate) fn decoded<T: Decode + Send + Sync + 'static>(&self) -> Option<&T> {
        self.0.cache.get_or_init(|| self.decode_body())
    }
}
