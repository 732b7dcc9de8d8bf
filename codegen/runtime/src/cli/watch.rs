//! Prints the exchange for `--verbose`, and records whether a request was sent.

use std::error::Error as StdError;
use std::future::ready;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::failure::note;
use crate::client::interceptor::{Attempt, Interceptor, Outcome};
use crate::document::ApiKeyLocation;
use crate::net::transport::BoxFuture;
use crate::wire::redacted::REDACTED;
use crate::wire::secret_names::is_secret_name;

/// Watches the attempts of a call.
#[derive(Clone, Default)]
pub(crate) struct Watch {
    pub(crate) is_sent: Arc<AtomicBool>,
    pub(crate) is_verbose: bool,
}

impl Interceptor for Watch {
    fn before<'a>(
        &'a self,
        _: Attempt<'a>,
        _: &'a mut reqwest::Request,
    ) -> BoxFuture<'a, Result<(), Box<dyn StdError + Send + Sync>>> {
        self.is_sent.store(true, Ordering::Relaxed);
        Box::pin(ready(Ok(())))
    }

    fn after(&self, attempt: Attempt<'_>, outcome: Outcome<'_>) {
        if !self.is_verbose {
            return;
        }
        let milliseconds = outcome.duration.as_millis();
        let status = match (outcome.status, outcome.error) {
            (Some(status), _) => status.to_string(),
            (None, Some(error)) => error.to_string(),
            (None, None) => String::new(),
        };
        note(&format!(
            "< attempt {}: {status} ({milliseconds} ms)",
            attempt.number
        ));
        for (name, value) in outcome.headers.into_iter().flatten() {
            let is_key = crate::constants::DOCUMENT.has_key(ApiKeyLocation::Header, name.as_str());
            let is_hidden = value.is_sensitive() || is_key || is_secret_name(name.as_str());
            let value = String::from_utf8_lossy(value.as_bytes());
            let value = if is_hidden { REDACTED } else { &value };
            note(&format!("< {name}: {value}"));
        }
    }
}
