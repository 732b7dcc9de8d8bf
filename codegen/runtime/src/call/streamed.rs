//! The method of request builders whose responses can be read as streams of bytes.

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
