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

/// Gives a request builder, a struct with a field `call`, the method `send_stream`: `streamed!(Builder)`.
macro_rules! streamed {
    ($name:ident) => {
        impl $name {
            /// Sends the request and leaves the body of the response to be read as it arrives, whatever its size: a
            /// file, lines of JSON (`application/x-ndjson`), or events (`text/event-stream`) for as long as the server
            /// sends them.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send), except for errors of the body.
            pub fn send_stream(
                self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    $crate::Response<$crate::ByteStream>,
                    $crate::Error,
                >,
            > {
                self.call.send_stream()
            }
        }
    };
}
pub(crate) use streamed;
