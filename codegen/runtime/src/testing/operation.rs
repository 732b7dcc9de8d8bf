//! Operations as types: what a builder sends and what comes back.

use bytes::Bytes;

use super::Answer;
use crate::wire::{self, Decode, DecodeError};

/// An operation of the API. The builders of this crate's calls stand for their operations.
pub trait Operation: sealed::Sealed {
    /// The body that a call sends: `()` where there is none, an [`Option`] where it may be left
    /// out, [`Bytes`] where it is not JSON.
    type Request;

    /// What `send` gives.
    type Response;

    /// The `operationId` of the document; `id@version` where a call speaks another version than the
    /// usual one.
    fn id() -> &'static str;

    #[doc(hidden)]
    fn decode(body: &Bytes) -> Result<Self::Request, DecodeError>;

    #[doc(hidden)]
    fn answer(response: &Self::Response) -> Answer;
}

/// Keeps [`Operation`] to this crate.
pub(crate) mod sealed {
    pub trait Sealed {}
}

/// Decodes a body of JSON. No body is a missing optional value.
#[allow(dead_code, reason = "a document may have no body of JSON")]
pub(crate) fn json<T: Decode>(body: &Bytes) -> Result<T, DecodeError> {
    let text: &[u8] = if body.is_empty() { b"null" } else { body };
    wire::from_slice(text)
}

/// Makes a builder stand for its operation: `operation!(CONSTANT: Builder(Request) -> Response)`.
/// The request is empty where there is none, `bytes` where it is not JSON, or a type; the response
/// is that of `call::operation!`.
#[allow(unused_macros, reason = "a document may have no operation")]
macro_rules! operation {
    ($constant:ident: $name:ident($($request:tt)*) -> $($response:tt)*) => {
        impl $crate::testing::sealed::Sealed for $name {}

        impl $crate::testing::Operation for $name {
            fn id() -> &'static str {
                $constant.id
            }

            $crate::testing::operation!(@ request $($request)*);
            $crate::testing::operation!(@ response $($response)*);
        }
    };
    (@ request) => {
        $crate::testing::operation!(@ request (), _body, ::core::result::Result::Ok(()));
    };
    (@ request bytes) => {
        $crate::testing::operation!(@ request ::bytes::Bytes, body, ::core::result::Result::Ok(body.clone()));
    };
    (@ request $ty:ty) => {
        $crate::testing::operation!(@ request $ty, body, $crate::testing::json(body));
    };
    (@ request $ty:ty, $body:ident, $value:expr) => {
        type Request = $ty;

        fn decode($body: &::bytes::Bytes) -> ::core::result::Result<$ty, $crate::wire::DecodeError> {
            $value
        }
    };
    (@ response ()) => {
        $crate::testing::operation!(@ response (), _body, $crate::testing::Answer::new(204, ""));
    };
    (@ response text) => {
        $crate::testing::operation!(
            @ response ::std::string::String, body, $crate::testing::Answer::new(200, body.clone())
        );
    };
    (@ response secret) => {
        $crate::testing::operation!(
            @ response $crate::Secret, body, $crate::testing::Answer::new(200, body.expose().to_owned())
        );
    };
    (@ response bytes) => {
        $crate::testing::operation!(
            @ response ::bytes::Bytes, body, $crate::testing::Answer::new(200, body.clone())
        );
    };
    (@ response outcome $ty:ty, stream) => {
        $crate::testing::operation!(@ response outcome $ty);
    };
    (@ response outcome $ty:ty) => {
        $crate::testing::operation!(@ response $ty, body, $crate::outcome::Outcome::answer(body));
    };
    (@ response $ty:ty, none $($none:pat)?) => {
        $crate::testing::operation!(
            @ response ::core::option::Option<$ty>, body, match body {
                ::core::option::Option::Some(body) => $crate::testing::Answer::json(200, body),
                ::core::option::Option::None => $crate::testing::Answer::new(204, ""),
            }
        );
    };
    (@ response $ty:ty) => {
        $crate::testing::operation!(@ response $ty, body, $crate::testing::Answer::json(200, body));
    };
    (@ response $ty:ty, $body:ident, $answer:expr) => {
        type Response = $ty;

        fn answer($body: &$ty) -> $crate::testing::Answer {
            $answer
        }
    };
}
pub(crate) use operation;
