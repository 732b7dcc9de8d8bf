//! Bodies that differ by status: what a success or a failure carries, told by its status.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;
use http::header::CONTENT_TYPE;

use crate::response::Reply;
use crate::wire::{self, Decode, DecodeError};

/// An enumeration with a variant for each status.
#[allow(dead_code, reason = "a document may have one body for all statuses")]
pub(crate) trait Outcome: Sized {
    /// What the response carries; nothing when the document says nothing of its status.
    fn read(reply: &Reply) -> Option<Result<Self, DecodeError>>;

    /// The response that carries it.
    #[cfg(feature = "test-util")]
    fn answer(&self) -> crate::testing::Answer;
}

/// A successful response with a status that the document does not have.
#[derive(Clone)]
pub struct UnknownResponse {
    status: StatusCode,
    content_type: Option<String>,
    body: Bytes,
    /// How much memory decoding the body may take, in bytes, if a client says so.
    memory: Option<usize>,
}

impl PartialEq for UnknownResponse {
    fn eq(&self, other: &Self) -> bool {
        (self.status, &self.content_type, &self.body)
            == (other.status, &other.content_type, &other.body)
    }
}

impl Eq for UnknownResponse {}

#[allow(dead_code, reason = "a document may have one body for all statuses")]
impl UnknownResponse {
    /// A response with this status and body, for tests.
    pub fn new(status: StatusCode, body: impl Into<Bytes>) -> Self {
        Self {
            status,
            content_type: None,
            body: body.into(),
            memory: None,
        }
    }

    pub(crate) fn of(reply: &Reply) -> Self {
        let content_type = reply.headers.get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        Self {
            status: reply.status,
            content_type: content_type.map(str::to_owned),
            body: reply.body.clone(),
            memory: Some(reply.memory()),
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// What kind of body it is, if the server says so.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Reads the body as JSON of one of the API's types.
    ///
    /// # Errors
    ///
    /// When the body is no JSON or does not have the form of `T`.
    pub fn decode<T: Decode>(&self) -> Result<T, DecodeError> {
        match self.memory {
            Some(memory) => wire::from_slice_within(&self.body, memory),
            None => wire::from_slice(&self.body),
        }
    }
}

/// The body may be secret, so only its size is shown.
impl fmt::Debug for UnknownResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownResponse")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// Implements [`Outcome`]: `outcomes!(Type { 200 => Ok(Thing), 202 => Accepted(text), 204 => NoContent } else Unknown)`.
/// A row is a pattern of statuses and a variant with what it carries: a type that is decoded from JSON (`Type, none`
/// where there may be no body), `text`, `secret` (a text), `bytes`, or nothing. The variant behind `else` takes what no row is for.
#[allow(
    unused_macros,
    reason = "a document may have one body for all statuses"
)]
macro_rules! outcomes {
    ($name:ident {
        $(
            $first:literal $(..= $last:literal)? $(| $more:literal $(..= $end:literal)?)*
                => $variant:ident $(($($body:tt)*))?
        ),* $(,)?
    } $(else $rest:ident)?) => {
        impl $crate::outcome::Outcome for $name {
            fn read(
                reply: &$crate::response::Reply,
            ) -> ::core::option::Option<::core::result::Result<Self, $crate::wire::DecodeError>> {
                ::core::option::Option::Some(match reply.status.as_u16() {
                    $($first $(..= $last)? $(| $more $(..= $end)?)* => {
                        $crate::outcome::outcomes!(@ read $variant, reply $(, $($body)*)?)
                    })*
                    $(_ => ::core::result::Result::Ok(Self::$rest($crate::UnknownResponse::of(reply))),)?
                    #[allow(unreachable_patterns, reason = "of an enumeration of failures")]
                    _ => return ::core::option::Option::None,
                })
            }

            #[cfg(feature = "test-util")]
            fn answer(&self) -> $crate::testing::Answer {
                match self {
                    $(
                        $crate::outcome::outcomes!(@ pattern body, $variant $(, $($body)*)?) => {
                            $crate::outcome::outcomes!(@ answer body, $first $(, $($body)*)?)
                        }
                    )*
                    $(Self::$rest(other) => {
                        $crate::testing::Answer::new(other.status().as_u16(), other.body().clone())
                    })?
                }
            }
        }
    };
    (@ read $variant:ident, $reply:ident) => {
        ::core::result::Result::Ok(Self::$variant)
    };
    (@ read $variant:ident, $reply:ident, text) => {
        $reply.read_text().map(Self::$variant)
    };
    (@ read $variant:ident, $reply:ident, secret) => {
        $reply.read_secret().map(Self::$variant)
    };
    (@ read $variant:ident, $reply:ident, bytes) => {
        ::core::result::Result::Ok(Self::$variant($reply.body.clone()))
    };
    (@ read $variant:ident, $reply:ident, $body:ty, none) => {
        $reply.read_optional::<$body>(|_| false).map(Self::$variant)
    };
    (@ read $variant:ident, $reply:ident, $body:ty) => {
        $reply.read_json::<$body>().map(Self::$variant)
    };
    (@ pattern $value:ident, $variant:ident) => {
        Self::$variant
    };
    (@ pattern $value:ident, $variant:ident, $($body:tt)*) => {
        Self::$variant($value)
    };
    (@ answer $value:ident, $status:literal) => {
        $crate::testing::Answer::new($status, "")
    };
    (@ answer $value:ident, $status:literal, text) => {
        $crate::testing::Answer::new($status, $value.clone())
    };
    (@ answer $value:ident, $status:literal, secret) => {
        $crate::testing::Answer::new($status, $value.expose().to_owned())
    };
    (@ answer $value:ident, $status:literal, bytes) => {
        $crate::testing::Answer::new($status, $value.clone())
    };
    (@ answer $value:ident, $status:literal, $body:ty, none) => {
        match $value {
            ::core::option::Option::Some(body) => $crate::testing::Answer::json($status, body),
            ::core::option::Option::None => $crate::testing::Answer::new($status, ""),
        }
    };
    (@ answer $value:ident, $status:literal, $body:ty) => {
        $crate::testing::Answer::json($status, $value)
    };
}
#[allow(
    unused_imports,
    reason = "a document may have one body for all statuses"
)]
pub(crate) use outcomes;

/// Gives a request builder the bodies of its failures that are not the error that operations share:
/// `failure!(CONSTANT: Builder -> Body, 404 | 409)`, or `failure!(CONSTANT: Builder -> outcome Type)` for an
/// enumeration.
#[allow(
    unused_macros,
    reason = "a document may have one body for all failures"
)]
macro_rules! failure {
    ($constant:ident: $name:ident -> outcome $body:ty) => {
        $crate::outcome::failure!(@ $constant, $name, $body, reply, {
            $crate::outcome::Outcome::read(reply)?.ok()
        });
    };
    ($constant:ident: $name:ident -> $body:ty, $statuses:pat) => {
        $crate::outcome::failure!(@ $constant, $name, $body, reply, {
            match reply.status.as_u16() {
                $statuses => reply.read_json().ok(),
                _ => ::core::option::Option::None,
            }
        });
    };
    (@ $constant:ident, $name:ident, $body:ty, $reply:ident, $read:block) => {
        impl $name {
            /// The body that the document gives failures of this operation alone, where `error` is
            /// such a failure and the server sent that body.
            #[must_use]
            pub fn failure(error: &$crate::Error) -> ::core::option::Option<$body> {
                let $reply = error.reply_to($constant.id)?;
                $read
            }
        }
    };
}
#[allow(
    unused_imports,
    reason = "a document may have one body for all failures"
)]
pub(crate) use failure;
