//! Events that the document does not describe.

use std::fmt;

use serde_json::Value;

use crate::wire::DecodeError;
use crate::wire::budget;
use crate::wire::parse::parse_within;

/// An event that the document does not describe.
#[derive(Clone, PartialEq)]
pub struct UnknownEvent {
    name: Option<String>,
    body: Value,
}

impl UnknownEvent {
    pub(crate) fn new(name: Option<String>, body: &[u8]) -> Result<Self, DecodeError> {
        let body = parse_within(body, budget::default_limit(body.len()))?;
        Ok(Self { name, body })
    }

    /// The name of the event, if the request has one.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &Value {
        &self.body
    }
}

/// Omits the body, which may be secret.
impl fmt::Debug for UnknownEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownEvent")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
