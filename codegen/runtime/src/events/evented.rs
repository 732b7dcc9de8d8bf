//! The method of the request builders of sequences.

/// Gives a request builder, a struct with a field `call`, the method `send_events`: `evented!(Builder: Value, read,
/// Streaming { .. })`. The function reads a value from a record.
macro_rules! evented {
    ($name:ident: $value:ty, $read:expr, $streaming:expr) => {
        impl $name {
            /// Sends the request for a sequence of values, which are decoded as they arrive.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send), except for errors of the values. Also if the server returns JSON that is not a
            /// sequence.
            pub fn send_events(
                self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<$crate::Events<$value>, $crate::Error>,
            > {
                static STREAMING: $crate::events::Streaming = $streaming;
                $crate::events::send(self.call, &STREAMING, $read)
            }
        }
    };
}
pub(crate) use evented;
