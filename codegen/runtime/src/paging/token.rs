//! Tokens of pages.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use crate::error::call_error::Error;

/// The place of a page in a list, from which a later run of a program resumes.
///
/// It is a text, for a file, a database or a queue: [`to_string`](ToString::to_string), [`parse`](str::parse) and serde
/// write and read it. Its contents are not stable. It may reveal what the list contains, so treat it like the items.
#[derive(Clone, PartialEq, Eq)]
pub struct PageToken {
    pub(super) operation: Cow<'static, str>,
    pub(super) place: Value,
    /// The number of items before the page, if it is known.
    pub(super) before: Option<u64>,
}

impl fmt::Display for PageToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = Value::from(vec![
            Value::from(&*self.operation),
            self.place.clone(),
            self.before.map_or(Value::Null, Value::from),
        ]);
        write!(f, "{parts}")
    }
}

impl FromStr for PageToken {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let parts: Option<(String, Value, Option<u64>)> = serde_json::from_str(text).ok();
        let token = parts.map(|(operation, place, before)| Self {
            operation: operation.into(),
            place,
            before,
        });
        token.ok_or_else(|| Error::invalid("page token", "the text is not a token of a page"))
    }
}

impl Serialize for PageToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PageToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// Omits the place, which may be secret.
impl fmt::Debug for PageToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageToken")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}
