//! Operations with servers of their own.

use super::core::Call;

impl Call {
    /// Sets the base URL of the operation, which may be relative to that of the client.
    pub(crate) fn server(&mut self, url: &'static str) {
        self.server = Some(url);
    }
}
