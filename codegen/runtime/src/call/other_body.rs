//! Bodies in media types that the crate does not write.

use bytes::Bytes;
use http::header::CONTENT_TYPE;

use super::core::Call;
use super::{body, media_header};

impl Call {
    /// Sets a body of any media type, replacing any other body.
    pub(crate) fn other_body(&mut self, content_type: &str, body: Bytes) {
        body::set(self, body.into());
        media_header::set(self, CONTENT_TYPE, content_type);
    }
}
