//! Bodies of JSON.

use std::borrow::Cow;
use std::sync::Arc;

use super::body;
use super::core::Call;
use super::json::json;
use super::redaction::Shown;
use super::refuse::refuse;
use crate::net::body::Body;
use crate::wire::Encode;
use crate::wire::secrets;

impl Call {
    /// Sets a body of JSON.
    pub(crate) fn body(&mut self, value: &dyn Encode) {
        match json(value, false) {
            Ok(json) => body::set(self, Body::from(json)),
            Err(problem) => refuse(self, &problem),
        }
        let secrets = secrets::secrets(value);
        self.shown = Shown(Some(Arc::new(move |json| redacted(json, &secrets))));
    }
}

/// JSON without its secrets; as it is sent, if it has none.
fn redacted(json: &[u8], secrets: &[String]) -> Option<String> {
    let text = std::str::from_utf8(json).ok()?;
    let mut value = serde_json::from_slice(json).ok()?;
    secrets::redact(&mut value, secrets);
    Some(match secrets::without_secrets(&value) {
        Cow::Borrowed(_) if secrets.is_empty() => text.to_owned(),
        value => value.to_string(),
    })
}
