//! Calls in other media types than those that their operations choose.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderName, HeaderValue};

use super::Call;
use crate::error::Error;
use crate::response::{Reply, Response};

#[allow(dead_code, reason = "a document may have no choice of media types")]
impl Call {
    /// Sets a body of any kind, in place of the one that the operation has.
    pub(crate) fn other_body(&mut self, content_type: &str, body: Bytes) {
        self.raw_body(body);
        self.header_text(CONTENT_TYPE, content_type);
    }

    /// Says what the body is, where it is not what the operation usually sends.
    pub(crate) fn media_type(&mut self, media_type: &str) {
        match HeaderValue::from_str(media_type) {
            Ok(value) => self.content_type = Some(value),
            Err(_) => self.problem = Some(format!("`{media_type}` is no media type")),
        }
    }

    fn header_text(&mut self, name: HeaderName, value: &str) {
        match HeaderValue::from_str(value) {
            Ok(value) => self.header(name, value),
            Err(_) => self.problem = Some(format!("`{value}` is no media type")),
        }
    }

    /// Sends the request for a response of another kind, which is taken as it comes.
    pub(crate) async fn send_as(
        mut self: Box<Self>,
        media_type: &str,
    ) -> Result<Response<Bytes>, Error> {
        self.header_text(ACCEPT, media_type);
        self.send().await?.into_response(Reply::read_bytes)
    }
}

/// Lets an enum with a variant for each media type of a body write itself, become that from values whose types say
/// which variant they are, and show itself without secrets: `alternatives!(Type { Json(Thing) from = body(), Form(Thing)
/// = form_body(&[]) as "application/x-www-form-urlencoded" })`. A row is a variant with its value, `from` if the value
/// says that it is this one (`from_text` if a literal does as well), the method of [`Call`] that writes it, and the
/// media type unless the call knows it.
#[allow(unused_macros, reason = "a document may have no choice of media types")]
macro_rules! alternatives {
    ($name:ident {
        $($variant:ident($ty:ty) $($from:ident)? = $write:ident($($rows:expr)?) $(as $range:literal)?),* $(,)?
    }) => {
        impl $name {
            fn set(&self, call: &mut $crate::call::Call) {
                match self {
                    $(Self::$variant(body) => {
                        call.$write(body $(, $rows)?);
                        $(call.media_type($range);)?
                    })*
                }
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    $(Self::$variant(body) => {
                        let body = $crate::wire::Encode::view(body);
                        f.debug_tuple(::core::stringify!($variant)).field(&body).finish()
                    })*
                }
            }
        }

        $($crate::call::alternatives!(@ $($from)? $name, $variant, $ty);)*
    };
    (@ from $name:ident, $variant:ident, $ty:ty) => {
        impl ::core::convert::From<$ty> for $name {
            fn from(body: $ty) -> Self {
                Self::$variant(body)
            }
        }
    };
    (@ from_text $name:ident, $variant:ident, $ty:ty) => {
        $crate::call::alternatives!(@ from $name, $variant, $ty);

        impl ::core::convert::From<&str> for $name {
            fn from(body: &str) -> Self {
                Self::$variant(body.into())
            }
        }
    };
    (@ $name:ident, $variant:ident, $ty:ty) => {};
}
#[allow(
    unused_imports,
    reason = "a document may have no choice of media types"
)]
pub(crate) use alternatives;
