//! Answers of XML.

use super::answer::Answer;
use crate::net::transport::TransportErrorKind;
use crate::wire::{Encode, Xml, to_xml};

impl Answer {
    /// A response with a status and a body of XML.
    #[must_use]
    pub fn xml<T: Encode + Xml>(status: u16, body: &T) -> Self {
        match to_xml(body) {
            Ok(body) => Self::new(status, body),
            Err(error) => Self::failure(TransportErrorKind::Other, error.to_string()),
        }
    }
}
