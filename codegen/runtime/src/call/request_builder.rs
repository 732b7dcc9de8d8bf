//! The methods that all request builders have.

/// Implements the methods that all request builders have, for a struct with a field `call`: `operation!(CONSTANT:
/// Builder(Request) -> Body)`. The constant is the description of the operation. The request is a type that is encoded
/// as JSON, `bytes`, or nothing. The body is a type that is decoded from JSON, `text`, `secret` (a text), `bytes` or
/// `()`; `xml Type` if it is XML; `Type, none 202 | 204` if some statuses have no body, `Type, none` if the body may be missing, and `by_status
/// Type` if the status determines the type.
///
/// The methods that send are not `async fn`: their futures are generic in the body only, so that operations share the
/// compiled code.
macro_rules! operation {
    ($constant:ident: $name:ident($($request:tt)*) -> $($body:tt)*) => {
        $crate::call::operation!($name -> $($body)*);
        #[cfg(feature = "test-util")]
        $crate::testing::operation!($constant: $name($($request)*) -> $($body)*);
    };
    (@ $name:ident, $body:ty, $read:expr) => {
        impl $crate::Call for $name {
            type Output = $body;

            fn view(&self) -> $crate::call::api_call::View<'_> {
                $crate::call::api_call::View(&self.call)
            }

            fn prepared(self) -> $crate::call::api_call::Prepared<$body> {
                $crate::call::api_call::Prepared { call: self.call, read: $read }
            }
        }

        impl $name {
            /// Sets the timeout of each attempt.
            pub fn with_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.call.timeout(timeout);
                self
            }

            /// Overrides the client's retry policy.
            pub fn with_retry(mut self, retry: $crate::Retry) -> Self {
                self.call.retry(retry);
                self
            }

            /// Sets a header, replacing any header of the same name.
            pub fn with_header(
                mut self,
                name: ::http::HeaderName,
                value: ::http::HeaderValue,
            ) -> Self {
                self.call.header(name, value);
                self
            }

            /// Adds a query parameter that the document does not describe. The name and the value are percent-encoded.
            pub fn with_query(mut self, name: &str, value: impl ::core::fmt::Display) -> Self {
                self.call.query(name, &value);
                self
            }

            /// The request as a `curl` command line, for debugging. Credentials are shell variables, and
            /// secrets are omitted. `curl` reads a body that cannot be redacted from its standard input.
            ///
            /// # Errors
            ///
            /// If the request cannot be sent.
            pub fn to_curl(&self) -> ::core::result::Result<::std::string::String, $crate::Error> {
                self.call.to_curl()
            }

            /// Sends the request.
            ///
            /// # Errors
            ///
            /// If the request cannot be sent, there is no response, its status is not a success, or its
            /// body does not match the document.
            pub fn send(self) -> impl ::core::future::Future<Output = ::core::result::Result<$body, $crate::Error>> {
                self.call.send_for_body($read)
            }

            /// Sends the request and returns the body with the status and the headers.
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
        $crate::call::operation!(@ $name, (), $crate::net::reply::Reply::read_nothing);
    };
    ($name:ident -> text) => {
        $crate::call::operation!(@ $name, ::std::string::String, $crate::net::reply::Reply::read_text);
    };
    ($name:ident -> secret) => {
        $crate::call::operation!(@ $name, $crate::Secret, $crate::net::reply::Reply::read_secret);
    };
    ($name:ident -> bytes) => {
        $crate::call::operation!(@ $name, ::bytes::Bytes, $crate::net::reply::Reply::read_bytes);
    };
    ($name:ident -> by_status $body:ty) => {
        $crate::call::operation!(@ $name, $body, $crate::net::reply::Reply::read_by_status);
    };
    ($name:ident -> xml $body:ty) => {
        $crate::call::operation!(@ $name, $body, $crate::net::reply::Reply::read_xml);
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
        $crate::call::operation!(@ $name, $body, $crate::net::reply::Reply::read_json);
    };
}
pub(crate) use operation;
