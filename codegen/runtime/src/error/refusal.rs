//! Errors of operations whose failures have bodies of their own.

use super::call_error::{Error, Kind};

impl Error {
    /// The operation and the status of a call that failed with a status.
    pub(crate) fn refusal(&self) -> Option<(&str, u16)> {
        let status = self.status()?.as_u16();
        matches!(self.0.kind, Kind::Status).then_some((&*self.0.subject, status))
    }
}
