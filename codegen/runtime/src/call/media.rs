//! Calls in other media types than those that their operations choose.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderName, HeaderValue};

use super::Call;
use crate::error::Error;
use crate::response::{Reply, Response};

#[allow(dead_code, reason = "a document may have no choice of media types")]
impl Call {
    /// Sets a body of any kind, in place of the one that the operation has.
    pub(crate) fn other_body(&mut self, content_type: &str, body: Bytes) {
        self.raw_body(body);
        self.header_text(CONTENT_TYPE, content_type);
    }

    fn header_text(&mut self, name: HeaderName, value: &str) {
        match HeaderValue::from_str(value) {
            Ok(value) => self.header(name, value),
            Err(_) => self.problem = Some(format!("`{value}` is no media type")),
        }
    }

    /// Sends the request for a response of another kind, which is taken as it comes.
    pub(crate) async fn send_as(
        mut self: Box<Self>,
        media_type: &str,
    ) -> Result<Response<Bytes>, Error> {
        self.header_text(ACCEPT, media_type);
        self.send().await?.into_response(Reply::read_bytes)
    }
}
