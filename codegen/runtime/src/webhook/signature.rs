//! Signatures of requests.

use std::error::Error;
use std::fmt;
use std::time::SystemTime;

use http::HeaderMap;

/// A request with a signature.
pub(crate) struct Signed<'a> {
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
}

/// How requests are signed.
pub(crate) trait Scheme: Send + Sync {
    /// Verifies the signature of a request, and returns its time if that is signed.
    ///
    /// # Errors
    ///
    /// If there is no signature, or none with this secret.
    fn verify(
        &self,
        request: &Signed<'_>,
        secret: &str,
    ) -> Result<Option<SystemTime>, SignatureError>;
}

/// Why a request is not authentic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureError {
    /// The request has no signature, or it is malformed.
    Missing,
    /// The signature is not that of the request with any of the secrets.
    Mismatch,
    /// The request was signed too long ago, or its time is in the future.
    Expired,
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "the request has no signature",
            Self::Mismatch => "the signature is not that of the request",
            Self::Expired => "the request was signed too long ago, or its time is in the future",
        })
    }
}

impl Error for SignatureError {}

impl Signed<'_> {
    /// The text of a header.
    pub(crate) fn header(&self, name: &str) -> Result<&str, SignatureError> {
        let value = self.headers.get(name).and_then(|it| it.to_str().ok());
        value.ok_or(SignatureError::Missing)
    }
}
