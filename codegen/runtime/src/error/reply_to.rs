//! Responses of failed operations.

use super::call_error::{Error, Kind};
use crate::net::reply::Reply;

impl Error {
    /// The response of the operation `id`, if its status made the call fail.
    pub(crate) fn reply_to(&self, id: &str) -> Option<&Reply> {
        let is_it = matches!(self.0.kind, Kind::Status) && self.0.subject == id;
        self.0.response.as_deref().filter(|_| is_it)
    }
}
