//! XML answers.

use super::answer::Answer;
use crate::net::transport::TransportErrorKind;
use crate::wire::{Encode, Xml, to_xml};

impl Answer {
    /// Creates a response with a status and an XML body.
    #[must_use]
    pub fn xml<T: Encode + Xml>(status: u16, body: &T) -> Self {
        match to_xml(body) {
            Ok(body) => Self::new(status, body),
            Err(error) => Self::failure(TransportErrorKind::Other, error.to_string()),
        }
    }
}
