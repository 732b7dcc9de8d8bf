//! Where and why a value could not be read.

use std::fmt;

use super::secrets::is_secret_name;

/// A JSON document that does not have the expected form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    reason: String,
}

impl DecodeError {
    pub(crate) fn new(path: String, reason: String) -> Self {
        Self { path, reason }
    }

    /// Where in the document, as a JSON pointer (RFC 6901); the empty string is the whole document.
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

fn write_located(f: &mut impl fmt::Write, path: &str, reason: &str) -> fmt::Result {
    match path {
        "" => f.write_str(reason),
        path => write!(f, "{path}: {reason}"),
    }
}

/// A message of serde without the text that it quotes when a string stands where something else is expected: a token,
/// perhaps, which must not get into a log.
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

/// The path to where reading failed, noted on the way out, so that success pays nothing for it.
#[derive(Default)]
pub(super) struct Trace {
    /// The last segment first.
    segments: Vec<String>,
    /// Whether the path goes through a secret, whose value the format may have put into its
    /// message.
    secret: bool,
}

impl Trace {
    pub(super) fn push(&mut self, segment: impl Into<String>) {
        self.segments.push(segment.into());
    }

    /// Goes through the entry `key`, which may have a name that only secrets have.
    pub(super) fn push_key(&mut self, key: &str) {
        self.push(key);
        self.secret |= is_secret_name(key);
    }

    pub(super) fn mark_secret(&mut self) {
        self.secret = true;
    }

    fn path(&self) -> String {
        self.segments
            .iter()
            .rev()
            .fold(String::new(), |path, segment| {
                path + "/" + &segment.replace('~', "~0").replace('/', "~1")
            })
    }

    fn reason(&self, error: &impl fmt::Display) -> String {
        if self.secret {
            "not a valid value for a secret".to_owned()
        } else {
            without_text(error.to_string())
        }
    }

    /// The error of a format, preceded by the path.
    pub(super) fn locate<E: serde::de::Error>(&self, error: E) -> E {
        let mut message = String::new();
        match write_located(&mut message, &self.path(), &self.reason(&error)) {
            Ok(()) => E::custom(message),
            Err(fmt::Error) => error,
        }
    }

    pub(super) fn into_error(self, error: &serde_json::Error) -> DecodeError {
        DecodeError::new(self.path(), self.reason(error))
    }
}
