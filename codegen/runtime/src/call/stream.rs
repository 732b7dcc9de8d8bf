//! Calls whose responses are read as streams.

use std::sync::Arc;

use super::core::Call;
use crate::error::call_error::Error;
use crate::net::byte_stream::{ByteStream, Unread};
use crate::net::response::Response;

impl Call {
    /// Sends the request and leaves the body of the response to be read.
    pub(crate) async fn send_stream(mut self: Box<Self>) -> Result<Response<ByteStream>, Error> {
        let unread = Arc::new(Unread::default());
        self.options.sink = Some(unread.clone());
        let reply = self.send().await?;
        unread.response(self.client.clone(), *reply)
    }
}
