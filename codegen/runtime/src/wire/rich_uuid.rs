//! Values of UUIDs.

use super::format_uuid::Uuid;
use super::formatted::{Formatted, Rich};

impl Rich for Uuid {
    type Value = uuid::Uuid;

    fn parse(text: &str) -> Result<uuid::Uuid, String> {
        text.parse().map_err(|error: uuid::Error| error.to_string())
    }
}

impl From<uuid::Uuid> for Formatted<Uuid> {
    fn from(value: uuid::Uuid) -> Self {
        Self::new(value.to_string())
    }
}
