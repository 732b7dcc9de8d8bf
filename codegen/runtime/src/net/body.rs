//! Bodies of requests.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

/// The body of a request.
///
/// Bytes and strings convert to a body with [`From`].
#[derive(Clone)]
pub struct Body(pub(crate) Arc<dyn Content>);

/// The content of a body.
pub(crate) trait Content: Send + Sync {
    /// The bytes, if all of them are in memory.
    fn bytes(&self) -> Option<&Bytes>;

    /// The number of bytes, if it is known.
    fn length(&self) -> Option<u64>;

    /// Whether a request has read the content, so that it cannot be sent again.
    #[cfg(feature = "client")]
    fn is_spent(&self) -> bool;

    /// The body of one request.
    #[cfg(feature = "client")]
    fn to_request_body(&self) -> reqwest::Body;
}

impl Content for Bytes {
    fn bytes(&self) -> Option<&Bytes> {
        Some(self)
    }

    fn length(&self) -> Option<u64> {
        u64::try_from(self.len()).ok()
    }

    #[cfg(feature = "client")]
    fn is_spent(&self) -> bool {
        false
    }

    #[cfg(feature = "client")]
    fn to_request_body(&self) -> reqwest::Body {
        self.clone().into()
    }
}

impl Body {
    /// The bytes, unless they are a stream.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        self.0.bytes()
    }

    /// The number of bytes, if it is known.
    pub(crate) fn length(&self) -> Option<u64> {
        self.0.length()
    }
}

#[cfg(feature = "client")]
impl Body {
    /// Whether there is nothing to send.
    pub(crate) fn is_empty(&self) -> bool {
        self.as_bytes().is_some_and(Bytes::is_empty)
    }

    /// Whether a request has read the body, so that it cannot be sent again.
    pub(crate) fn is_spent(&self) -> bool {
        self.0.is_spent()
    }
}

#[cfg(feature = "client")]
impl From<&Body> for reqwest::Body {
    fn from(body: &Body) -> Self {
        body.0.to_request_body()
    }
}

impl Default for Body {
    /// An empty body.
    fn default() -> Self {
        Self(Arc::new(Bytes::new()))
    }
}

macro_rules! from_bytes {
    ($($bytes:ty),*) => {$(
        impl From<$bytes> for Body {
            fn from(bytes: $bytes) -> Self {
                Self(Arc::new(Bytes::from(bytes)))
            }
        }
    )*};
}

from_bytes!(Bytes, Vec<u8>, String, &'static str, &'static [u8]);

/// Compares bytes. A stream equals only its clones.
impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        match (self.as_bytes(), other.as_bytes()) {
            (Some(bytes), Some(others)) => bytes == others,
            (None, None) => Arc::ptr_eq(&self.0, &other.0),
            _ => false,
        }
    }
}

/// Prints only the size, since the content may be secret.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body")
            .field("bytes", &self.length())
            .finish_non_exhaustive()
    }
}
