//! Bytes in base64.

use super::formatted::Format;

/// Bytes in base64 (RFC 4648, section 4). With the feature `base64`, its value is a `Vec<u8>`; padding is optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Base64 {}

impl Format for Base64 {
    const NAME: &'static str = "base64";
}

/// Bytes in base64url (RFC 4648, section 5). With the feature `base64`, its value is a `Vec<u8>`; padding is optional,
/// and bytes are written without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Base64Url {}

impl Format for Base64Url {
    const NAME: &'static str = "base64url";
}
