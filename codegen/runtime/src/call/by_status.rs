//! Bodies that depend on the status.

use crate::net::reply::Reply;
use crate::wire::DecodeError;

/// An enumeration with a variant for each status.
pub(crate) trait ByStatus: Sized {
    /// Decodes the response. Returns `None` if its status is undocumented.
    fn read(reply: &Reply) -> Option<Result<Self, DecodeError>>;
}

/// Implements [`ByStatus`]: `by_status!(Type { 200 => Ok(Thing), 202 => Accepted(text), 204 => NoContent } else
/// Unknown)`; `by_status!(failure Type { .. })` for error bodies. A row has a pattern of statuses and a variant with its body: a type that is decoded from JSON (`Type, none`
/// if there may be no body), `xml Type`, `text`, `secret` (a text), `bytes`, or nothing. The variant after `else` is for all other
/// statuses.
macro_rules! by_status {
    (failure $name:ident { $($rows:tt)* }) => {
        $crate::call::by_status!(@ decode $name { $($rows)* });
    };
    ($name:ident { $($rows:tt)* } $(else $rest:ident)?) => {
        $crate::call::by_status!(@ decode $name { $($rows)* } $(else $rest)?);
        #[cfg(feature = "test-util")]
        $crate::call::by_status!(@ answer $name { $($rows)* } $(else $rest)?);
    };
    (@ decode $name:ident {
        $(
            $first:literal $(..= $last:literal)? $(| $more:literal $(..= $end:literal)?)*
                => $variant:ident $(($($body:tt)*))?
        ),* $(,)?
    } $(else $rest:ident)?) => {
        impl $crate::call::ByStatus for $name {
            fn read(
                reply: &$crate::net::reply::Reply,
            ) -> ::core::option::Option<::core::result::Result<Self, $crate::wire::DecodeError>> {
                ::core::option::Option::Some(match reply.status.as_u16() {
                    $($first $(..= $last)? $(| $more $(..= $end)?)* => {
                        $crate::call::by_status!(@ read $variant, reply $(, $($body)*)?)
                    })*
                    $(_ => ::core::result::Result::Ok(Self::$rest(::core::convert::From::from(reply))),)?
                    #[allow(unreachable_patterns, reason = "a variant may cover all other statuses")]
                    _ => return ::core::option::Option::None,
                })
            }
        }
    };
    (@ answer $name:ident {
        $(
            $first:literal $(..= $last:literal)? $(| $more:literal $(..= $end:literal)?)*
                => $variant:ident $(($($body:tt)*))?
        ),* $(,)?
    } $(else $rest:ident)?) => {
        impl $name {
            /// The response that has this value.
            pub(crate) fn answer(&self) -> $crate::testing::Answer {
                match self {
                    $(
                        $crate::call::by_status!(@ pattern body, $variant $(, $($body)*)?) => {
                            $crate::call::by_status!(@ response body, $first $(, $($body)*)?)
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
    (@ read $variant:ident, $reply:ident, xml $body:ty) => {
        $reply.read_xml::<$body>().map(Self::$variant)
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
    (@ response $value:ident, $status:literal) => {
        $crate::testing::Answer::new($status, "")
    };
    (@ response $value:ident, $status:literal, text) => {
        $crate::testing::Answer::new($status, $value.clone())
    };
    (@ response $value:ident, $status:literal, secret) => {
        $crate::testing::Answer::new($status, $value.expose().to_owned())
    };
    (@ response $value:ident, $status:literal, bytes) => {
        $crate::testing::Answer::new($status, $value.clone())
    };
    (@ response $value:ident, $status:literal, xml $body:ty) => {
        $crate::testing::Answer::xml($status, $value)
    };
    (@ response $value:ident, $status:literal, $body:ty, none) => {
        match $value {
            ::core::option::Option::Some(body) => $crate::testing::Answer::json($status, body),
            ::core::option::Option::None => $crate::testing::Answer::new($status, ""),
        }
    };
    (@ response $value:ident, $status:literal, $body:ty) => {
        $crate::testing::Answer::json($status, $value)
    };
}
pub(crate) use by_status;
