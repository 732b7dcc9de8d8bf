//! Streamed responses of raw requests.

use std::sync::Arc;

use super::raw_request::Request;
use crate::error::call_error::Error;
use crate::net::byte_stream::{ByteStream, Unread};
use crate::net::response::Response;

impl Request {
    /// Sends the request and leaves the body of the response to be read as it arrives, whatever its size.
    ///
    /// # Errors
    ///
    /// As [`send_bytes`](Self::send_bytes), except for errors of the body.
    pub async fn send_stream(mut self) -> Result<Response<ByteStream>, Error> {
        let unread = Arc::new(Unread::default());
        self.options.sink = Some(unread.clone());
        let client = self.client.clone();
        let reply = self.reply().await?;
        unread.response(client, *reply)
    }
}
