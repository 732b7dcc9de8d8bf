//! Bodies of bytes or text.

use super::body;
use super::core::Call;
use crate::net::body::Body;

impl Call {
    /// Sets a body of bytes or text, which may be a stream.
    pub(crate) fn raw_body(&mut self, body: impl Into<Body>) {
        body::set(self, body.into());
    }
}
