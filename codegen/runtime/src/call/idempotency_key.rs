//! Idempotency keys, by which a server recognizes the retries of a request.

use http::{HeaderName, HeaderValue};

use super::core::Call;
use crate::client::clock::Clock;

impl Call {
    /// Sends a key in this header, which is in lower case: that of the caller, or else a random one.
    pub(crate) fn idempotency_key(&mut self, header: &'static str) {
        self.options.idempotency_key = Some((HeaderName::from_static(header), random));
    }
}

/// A random UUID (RFC 9562, version 4).
fn random(clock: &dyn Clock) -> Option<HeaderValue> {
    let bits = u128::from(fraction(clock)) << 76
        | u128::from(fraction(clock)) << 24
        | u128::from(fraction(clock)) >> 28;
    let bits = bits & !(0xf << 76) & !(0x3 << 62) | 4 << 76 | 2 << 62;
    let hex = format!("{bits:032x}");
    let (head, node) = hex.split_at_checked(20)?;
    let (time, sequence) = head.split_at_checked(16)?;
    let (low, version) = time.split_at_checked(12)?;
    let (low, middle) = low.split_at_checked(8)?;
    let uuid = [low, middle, version, sequence, node].join("-");
    HeaderValue::from_str(&uuid).ok()
}

/// The 52 bits of the fraction of a random number.
fn fraction(clock: &dyn Clock) -> u64 {
    (1.0 + clock.jitter()).to_bits() & ((1 << 52) - 1)
}
