//! Verifies that requests come from the API.

use std::fmt;
use std::time::{Duration, SystemTime};

use http::HeaderMap;

use super::signature::{Scheme, SignatureError, Signed};
use crate::auth::secret::Secret;

/// The greatest difference between the time of a request and that of its verification.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);

/// Verifies the signatures of requests, with one secret or several, so that secrets can be replaced while both are valid.
///
/// Signatures are compared in constant time. If the time of a request is signed, it may differ from the current time by
/// five minutes, unless [`with_tolerance`](Self::with_tolerance) sets another limit.
#[derive(Clone)]
pub struct WebhookVerifier {
    scheme: &'static dyn Scheme,
    secrets: Vec<Secret>,
    tolerance: Duration,
}

impl WebhookVerifier {
    pub(crate) fn with_scheme(scheme: &'static dyn Scheme, secrets: Vec<Secret>) -> Self {
        Self {
            scheme,
            secrets,
            tolerance: TOLERANCE,
        }
    }

    /// Sets the greatest difference between the time of a request and the current time.
    #[must_use]
    pub fn with_tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// Verifies a request that has just arrived. The body must have exactly the bytes that were received.
    ///
    /// # Errors
    ///
    /// If the request has no valid signature, or an old one.
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), SignatureError> {
        self.verify_at(headers, body, SystemTime::now())
    }

    /// Verifies a request that arrived at `time`.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    pub fn verify_at(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        time: SystemTime,
    ) -> Result<(), SignatureError> {
        let request = Signed { headers, body };
        let mut result = Err(SignatureError::Mismatch);
        for secret in &self.secrets {
            result = self.scheme.verify(&request, secret.expose());
            if result.is_ok() {
                break;
            }
        }
        match result?.map(|signed| distance(signed, time)) {
            Some(distance) if distance > self.tolerance => Err(SignatureError::Expired),
            _ => Ok(()),
        }
    }
}

fn distance(one: SystemTime, other: SystemTime) -> Duration {
    let later = one.duration_since(other);
    later.unwrap_or_else(|earlier| earlier.duration())
}

/// Omits the secrets.
impl fmt::Debug for WebhookVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookVerifier")
            .field("secrets", &self.secrets.len())
            .field("tolerance", &self.tolerance)
            .finish_non_exhaustive()
    }
}
