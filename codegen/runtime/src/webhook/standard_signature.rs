//! Signatures of Standard Webhooks (<https://www.standardwebhooks.com>).

use std::time::{Duration, SystemTime};

use super::keyed_hash::{decode, matches};
use super::signature::{Scheme, SignatureError, Signed};

/// Headers have the id, the time, and one or more keyed hashes of both and the body.
pub(crate) struct StandardSignature;

impl Scheme for StandardSignature {
    fn verify(
        &self,
        request: &Signed<'_>,
        secret: &str,
    ) -> Result<Option<SystemTime>, SignatureError> {
        let id = request.header("webhook-id")?;
        let time = request.header("webhook-timestamp")?;
        let seconds = time.parse().map_err(|_| SignatureError::Missing)?;
        let value = request.header("webhook-signature")?;
        let key = secret.strip_prefix("whsec_").unwrap_or(secret);
        let key = decode("base64", key).ok_or(SignatureError::Mismatch)?;
        let signatures = value.split(' ').filter_map(|it| it.strip_prefix("v1,"));
        let parts = [id.as_bytes(), b".", time.as_bytes(), b".", request.body];
        let mut hashes = signatures
            .filter_map(|text| decode("base64", text))
            .peekable();
        hashes.peek().ok_or(SignatureError::Missing)?;
        let mut matching = hashes.filter(|it| matches("sha256", &key, &parts, it));
        matching.next().ok_or(SignatureError::Mismatch)?;
        Ok(SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)))
    }
}
