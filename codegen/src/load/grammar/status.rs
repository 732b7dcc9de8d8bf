//! The keys of the Responses Object.

use super::keyword;

/// Whether a key is a status, a class of them, or `default`.
pub(super) fn is_key(key: &str) -> bool {
    key == keyword::DEFAULT || is_status(key)
}

fn is_status(key: &str) -> bool {
    let bytes = key.as_bytes();
    bytes.len() == 3
        && (b'1'..=b'5').contains(&bytes[0])
        && (bytes[1..].iter().all(u8::is_ascii_digit)
            || bytes[1..]
                .iter()
                .all(|byte| byte.eq_ignore_ascii_case(&b'x')))
}
