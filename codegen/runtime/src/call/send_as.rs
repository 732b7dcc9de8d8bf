//! Responses in media types that the crate does not read.

use bytes::Bytes;
use http::header::ACCEPT;

use super::core::Call;
use super::media_header;
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::net::response::Response;

impl Call {
    /// Sends the request for a response in another media type, which is not decoded.
    pub(crate) async fn send_as(
        mut self: Box<Self>,
        media_type: &str,
    ) -> Result<Response<Bytes>, Error> {
        media_header::set(&mut self, ACCEPT, media_type);
        self.send().await?.into_response(Reply::read_bytes)
    }
}
