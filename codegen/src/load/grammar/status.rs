//! The keys of the Responses Object.

pub(crate) use openapiv3::StatusCode;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::keyword;

/// Whether a key is a status, a class of them, or `default`.
pub(super) fn is_key(key: &str) -> bool {
    key == keyword::DEFAULT || status(key).is_some()
}

/// A status or a class of statuses that HTTP has (RFC 9110, section 15), as `openapiv3` reads them.
pub(crate) fn status(key: &str) -> Option<StatusCode> {
    let text: StrDeserializer<'_, Error> = key.into_deserializer();
    let status = StatusCode::deserialize(text).ok()?;
    let class = match status {
        StatusCode::Code(code) => code / 100,
        StatusCode::Range(class) => class,
    };
    (1..=5).contains(&class).then_some(status)
}
