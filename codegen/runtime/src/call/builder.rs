//! What every request builder has, written once.

/// Gives a request builder, a struct with a field `call`, what all of them have:
/// `operation!(CONSTANT: Builder(Request) -> Body)`. The constant is the operation's description.
/// The request is what is sent: a type that is encoded as JSON, `bytes`, or nothing. The body is a
/// type that is decoded from JSON, or `text`, `secret` (a text), `bytes` or `()`; `Type, none 202 | 204` where there is
/// none with some statuses, `Type, none` where the body may be missing, and `outcome Type` where the status tells what
/// it is; `outcome Type, stream` if some bodies are not JSON.
///
/// What sends is no `async fn`: the future is the runtime's, so that an operation is no coroutine of its own.
#[allow(unused_macros, reason = "a document may have no operation")]
macro_rules! operation {
    ($constant:ident: $name:ident($($request:tt)*) -> $($body:tt)*) => {
        $crate::call::operation!($name -> $($body)*);
        #[cfg(feature = "test-util")]
        $crate::testing::operation!($constant: $name($($request)*) -> $($body)*);
    };
    (@ $name:ident, $body:ty, $read:expr) => {
        impl $name {
            /// Gives up an attempt that takes longer than `timeout`.
            pub fn with_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.call.timeout(timeout);
                self
            }

            /// Tries again as `retry` says, and not as the client does.
            pub fn with_retry(mut self, retry: $crate::Retry) -> Self {
                self.call.retry(retry);
                self
            }

            /// Adds a header, or replaces the one of the same name.
            pub fn with_header(
                mut self,
                name: ::http::HeaderName,
                value: ::http::HeaderValue,
            ) -> Self {
                self.call.header(name, value);
                self
            }

            /// The request as a command line of `curl`, for looking into a failure. Credentials are
            /// left to variables of the shell, and secrets are left out. A body that cannot be
            /// shown in part is left to the standard input of `curl`.
            ///
            /// # Errors
            ///
            /// When the request cannot be sent.
            pub fn to_curl(&self) -> ::core::result::Result<::std::string::String, $crate::Error> {
                self.call.to_curl()
            }

            /// Sends the request.
            ///
            /// # Errors
            ///
            /// When the request cannot be sent, when there is no response, when its status is not a
            /// success, and when its body is not what the document says.
            pub fn send(self) -> impl ::core::future::Future<Output = ::core::result::Result<$body, $crate::Error>> {
                self.call.send_for_body($read)
            }

            /// Sends the request, and gives the status and headers beside the body.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send).
            pub fn send_with_meta(
                self,
            ) -> impl ::core::future::Future<Output = ::core::result::Result<$crate::Response<$body>, $crate::Error>> {
                self.call.send_for_response($read)
            }
        }
    };
    ($name:ident -> ()) => {
        $crate::call::operation!(@ $name, (), $crate::response::Reply::read_nothing);
    };
    ($name:ident -> text) => {
        $crate::call::operation!(@ $name, ::std::string::String, $crate::response::Reply::read_text);
        $crate::call::operation!(@stream $name);
    };
    ($name:ident -> secret) => {
        $crate::call::operation!(@ $name, $crate::Secret, $crate::response::Reply::read_secret);
        $crate::call::operation!(@stream $name);
    };
    ($name:ident -> bytes) => {
        $crate::call::operation!(@ $name, ::bytes::Bytes, $crate::response::Reply::read_bytes);
        $crate::call::operation!(@stream $name);
    };
    ($name:ident -> outcome $body:ty, stream) => {
        $crate::call::operation!($name -> outcome $body);
        $crate::call::operation!(@stream $name);
    };
    ($name:ident -> outcome $body:ty) => {
        $crate::call::operation!(@ $name, $body, $crate::response::Reply::read_outcome);
    };
    ($name:ident -> $body:ty, none) => {
        $crate::call::operation!(
            @ $name, ::core::option::Option<$body>, |reply| reply.read_optional(|_| false)
        );
    };
    ($name:ident -> $body:ty, none $none:pat) => {
        $crate::call::operation!(
            @ $name, ::core::option::Option<$body>, |reply| reply.read_optional(|status| matches!(status, $none))
        );
    };
    ($name:ident -> $body:ty) => {
        $crate::call::operation!(@ $name, $body, $crate::response::Reply::read_json);
    };
    (@stream $name:ident) => {
        impl $name {
            /// Sends the request, and leaves the body to be read as it comes, whatever its size: a
            /// file, lines of JSON (`application/x-ndjson`), or events (`text/event-stream`) for as
            /// long as the server sends them.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send), but for the body.
            pub fn send_stream(
                self,
            ) -> impl ::core::future::Future<Output = ::core::result::Result<$crate::Response<$crate::ByteStream>, $crate::Error>> {
                self.call.send_stream()
            }
        }
    };
}
#[allow(unused_imports, reason = "a document may have no operation")]
pub(crate) use operation;
