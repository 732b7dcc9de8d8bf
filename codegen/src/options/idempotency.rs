//! `[idempotency]`: the header that identifies a request, so that a server processes its retries once.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, de};

/// The headers with idempotency keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct IdempotencyOptions {
    /// The header of all operations whose method is not idempotent. Default: a header parameter with a usual name.
    pub header: Option<KeyHeader>,
    /// The headers of single operations, by id or by method and path.
    pub operations: BTreeMap<String, KeyHeader>,
}

/// The header with the idempotency key of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyHeader {
    /// The operation has none.
    Off,
    /// A header of this name.
    Name(String),
}

impl<'de> Deserialize<'de> for KeyHeader {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Visitor)
    }
}

struct Visitor;

impl de::Visitor<'_> for Visitor {
    type Value = KeyHeader;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`false` or the name of a header")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<KeyHeader, E> {
        if value {
            return Err(E::custom("a header is `false` or a name"));
        }
        Ok(KeyHeader::Off)
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<KeyHeader, E> {
        if is_token(name) && !is_taken(name) {
            return Ok(KeyHeader::Name(name.to_owned()));
        }
        Err(E::custom(format!(
            "`{name}` is not the name of a header for idempotency keys"
        )))
    }
}

/// Whether a text can be the name of a header (RFC 9110, 5.6.2).
fn is_token(name: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_part)
}

/// Whether a header has another meaning for every request.
fn is_taken(name: &str) -> bool {
    let names = [
        "accept",
        "authorization",
        "content-length",
        "content-type",
        "cookie",
        "host",
        "user-agent",
    ];
    names.iter().any(|it| name.eq_ignore_ascii_case(it))
}

#[cfg(test)]
mod tests {
    use super::KeyHeader;
    use crate::options::Options;

    #[test]
    fn headers_are_names_or_false() {
        let text = "[idempotency]\nheader = \"Idempotency-Key\"\noperations = { a = false }\n";
        let options = Options::parse(text).unwrap().idempotency;
        let name = KeyHeader::Name("Idempotency-Key".to_owned());
        assert_eq!(options.header, Some(name));
        assert_eq!(options.operations["a"], KeyHeader::Off);
    }

    #[test]
    fn other_values_are_refused() {
        for (value, expected) in [
            ("true", "a header is `false` or a name"),
            (
                "\"\"",
                "`` is not the name of a header for idempotency keys",
            ),
            (
                "\"a b\"",
                "`a b` is not the name of a header for idempotency keys",
            ),
            (
                "\"Authorization\"",
                "`Authorization` is not the name of a header for idempotency keys",
            ),
        ] {
            let text = format!("[idempotency]\nheader = {value}\n");
            assert_eq!(Options::parse(&text).unwrap_err().message, expected);
        }
    }
}
