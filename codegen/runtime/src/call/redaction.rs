//! The part of a body that may be shown.

use std::sync::Arc;

use crate::client::curl;
use crate::net::body::Body;

/// Returns the part of the bytes that may be shown.
pub(super) type Show = dyn Fn(&[u8]) -> Option<String> + Send + Sync;

/// The part of a body that may be shown; by default, nothing.
#[derive(Clone, Default)]
pub(super) struct Shown(pub(super) Option<Arc<Show>>);

impl Shown {
    /// The `curl` option for `body`, if it has one.
    pub(super) fn of(&self, body: &Body) -> Option<String> {
        let bytes = body.as_bytes();
        if bytes.is_some_and(bytes::Bytes::is_empty) {
            return None;
        }
        let text = self.0.as_ref().zip(bytes);
        let text = text.and_then(|(show, bytes)| show(bytes));
        let option = text.map(|text| format!("--data-raw {}", curl::quote(&text)));
        Some(option.unwrap_or_else(|| curl::FROM_INPUT.to_owned()))
    }
}
