//! Errors of decoding, with the path to the invalid value.

use std::fmt;

use super::budget::Budget;
use super::decode::MapSlot;
use super::secret_names::is_secret_name;

/// A JSON document that does not have the expected form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    reason: String,
    is_too_large: bool,
}

impl DecodeError {
    pub(crate) fn new(path: String, reason: String) -> Self {
        Self {
            path,
            reason,
            is_too_large: false,
        }
    }

    /// Creates the error if decoding exceeds the memory limit.
    pub(super) fn too_large(path: String, limit: usize) -> Self {
        Self {
            path,
            reason: format!(
                "decoding exceeds the memory limit of {limit} bytes, which `ClientBuilder::max_decoded_bytes` sets"
            ),
            is_too_large: true,
        }
    }

    /// Whether decoding exceeds the memory limit of the client.
    #[must_use]
    pub fn is_too_large(&self) -> bool {
        self.is_too_large
    }

    /// The JSON pointer of the invalid value (RFC 6901). The empty string is the whole document.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_located(f, &self.path, &self.reason)
    }
}

impl std::error::Error for DecodeError {}

pub(super) fn write_located(f: &mut impl fmt::Write, path: &str, reason: &str) -> fmt::Result {
    match path {
        "" => f.write_str(reason),
        path => write!(f, "{path}: {reason}"),
    }
}

/// Removes the string that a message of serde quotes if it expected another type. The string may be a secret.
pub(super) fn without_text(message: String) -> String {
    const KIND: &str = "string \"";
    const EXPECTED: &str = "\", expected ";
    match (message.find(KIND), message.rfind(EXPECTED)) {
        (Some(begin), Some(end)) if begin < end => {
            format!("{}a string{}", &message[..begin], &message[end + 1..])
        }
        _ => message,
    }
}

/// The path to an error, and the memory budget. The path is built only when an error is returned.
pub(super) struct Trace {
    pub(super) budget: Budget,
    /// The segments, the last one first.
    segments: Vec<String>,
    /// Whether the path goes through a secret, which the message of the format may quote.
    secret: bool,
}

impl Trace {
    pub(super) fn new(budget: Budget) -> Self {
        Self {
            budget,
            segments: Vec::new(),
            secret: false,
        }
    }

    pub(super) fn push(&mut self, segment: impl Into<String>) {
        self.segments.push(segment.into());
    }

    /// Adds the entry `key` to the path. Its name may indicate a secret.
    pub(super) fn push_key(&mut self, key: &str) {
        self.push(key);
        self.secret |= is_secret_name(key);
    }

    /// Charges for the entry `key` of a map that has `count` of them.
    pub(super) fn charge_entry<E: serde::de::Error>(
        &mut self,
        count: usize,
        key: &str,
        map: &dyn MapSlot,
    ) -> Result<(), E> {
        let charged = self
            .budget
            .text(key)
            .and_then(|()| self.budget.entry(count, map));
        charged.inspect_err(|_| self.push_key(key))
    }

    pub(super) fn mark_secret(&mut self) {
        self.secret = true;
    }

    pub(super) fn path(&self) -> String {
        self.segments
            .iter()
            .rev()
            .fold(String::new(), |path, segment| {
                path + "/" + &segment.replace('~', "~0").replace('/', "~1")
            })
    }

    pub(super) fn reason(&self, error: &impl fmt::Display) -> String {
        if self.secret {
            "not a valid value for a secret".to_owned()
        } else {
            without_text(error.to_string())
        }
    }

    pub(super) fn into_error(self, error: &serde_json::Error) -> DecodeError {
        match self.budget.exceeded() {
            Some(limit) => DecodeError::too_large(self.path(), limit),
            None => DecodeError::new(self.path(), self.reason(error)),
        }
    }
}
