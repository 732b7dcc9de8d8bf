//! Signatures of the body alone, as those of GitHub.

use std::time::SystemTime;

use super::keyed_hash::{decode, matches};
use super::signature::{Scheme, SignatureError, Signed};

/// A header has the keyed hash of the body.
pub(crate) struct PlainSignature {
    pub(crate) header: &'static str,
    /// The text before the hash.
    pub(crate) prefix: &'static str,
    /// `hex` or `base64`
    pub(crate) encoding: &'static str,
    /// The hash function.
    pub(crate) hash: &'static str,
}

impl Scheme for PlainSignature {
    fn verify(
        &self,
        request: &Signed<'_>,
        secret: &str,
    ) -> Result<Option<SystemTime>, SignatureError> {
        let value = request.header(self.header)?;
        let text = value.strip_prefix(self.prefix);
        let expected = text.and_then(|text| decode(self.encoding, text));
        let expected = expected.ok_or(SignatureError::Missing)?;
        if matches(self.hash, secret.as_bytes(), &[request.body], &expected) {
            Ok(None)
        } else {
            Err(SignatureError::Mismatch)
        }
    }
}
