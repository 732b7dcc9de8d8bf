//! Responses whose bodies depend on the status.

use super::by_status::ByStatus;
use crate::net::reply::Reply;
use crate::wire::DecodeError;

impl Reply {
    /// Decodes a body that depends on the status.
    pub(crate) fn read_by_status<T: ByStatus>(&self) -> Result<T, DecodeError> {
        let unknown = || Err(DecodeError::new(String::new(), "an unknown status".into()));
        T::read(self).unwrap_or_else(unknown)
    }
}
