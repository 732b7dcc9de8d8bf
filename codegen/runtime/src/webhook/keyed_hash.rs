//! Keyed hashes (HMAC, RFC 2104).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::digest::KeyInit;
use hmac::{Hmac, Mac};
use sha1::Sha1;
use sha2::{Sha256, Sha512};

/// Whether the keyed hash of `parts` is `expected`, in constant time. The function is `sha1`, `sha256` or `sha512`.
pub(crate) fn matches(function: &str, key: &[u8], parts: &[&[u8]], expected: &[u8]) -> bool {
    match function {
        "sha1" => verify::<Hmac<Sha1>>(key, parts, expected),
        "sha512" => verify::<Hmac<Sha512>>(key, parts, expected),
        _ => verify::<Hmac<Sha256>>(key, parts, expected),
    }
}

fn verify<M: Mac + KeyInit>(key: &[u8], parts: &[&[u8]], expected: &[u8]) -> bool {
    let Ok(mut mac) = <M as KeyInit>::new_from_slice(key) else {
        return false;
    };
    for part in parts {
        mac.update(part);
    }
    mac.verify_slice(expected).is_ok()
}

/// The bytes of a text in an encoding, `hex` or `base64`.
pub(crate) fn decode(encoding: &str, text: &str) -> Option<Vec<u8>> {
    match encoding {
        "base64" => STANDARD.decode(text).ok(),
        _ => hex::decode(text).ok(),
    }
}
