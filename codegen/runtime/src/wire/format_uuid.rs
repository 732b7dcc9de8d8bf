//! UUIDs.

use super::formatted::Format;

/// A UUID (RFC 9562). With the feature `uuid`, its value is a `uuid::Uuid`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Uuid {}

impl Format for Uuid {
    const NAME: &'static str = "uuid";
}
