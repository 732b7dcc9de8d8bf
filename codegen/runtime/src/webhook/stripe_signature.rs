//! Signatures of Stripe: `t=1700000000,v1=5257..`.

use std::time::{Duration, SystemTime};

use super::keyed_hash::{decode, matches};
use super::signature::{Scheme, SignatureError, Signed};

/// A header has the time and one or more keyed hashes of the time and the body.
pub(crate) struct StripeSignature {
    pub(crate) header: &'static str,
}

impl Scheme for StripeSignature {
    fn verify(
        &self,
        request: &Signed<'_>,
        secret: &str,
    ) -> Result<Option<SystemTime>, SignatureError> {
        let value = request.header(self.header)?;
        let items = || {
            value
                .split(',')
                .filter_map(|item| item.trim().split_once('='))
        };
        let mut times = items().filter(|(key, _)| *key == "t");
        let (_, time) = times.next().ok_or(SignatureError::Missing)?;
        let seconds = time.parse().map_err(|_| SignatureError::Missing)?;
        let signatures = items().filter(|(key, _)| *key == "v1");
        let parts = [time.as_bytes(), b".", request.body];
        let mut hashes = signatures
            .filter_map(|(_, text)| decode("hex", text))
            .peekable();
        hashes.peek().ok_or(SignatureError::Missing)?;
        let mut matching = hashes.filter(|it| matches("sha256", secret.as_bytes(), &parts, it));
        matching.next().ok_or(SignatureError::Mismatch)?;
        Ok(SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)))
    }
}
