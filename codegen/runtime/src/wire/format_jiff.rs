//! Formats of dates and times, whose values are types of the crate `jiff`.

use super::formatted::Format;

/// A moment (RFC 3339). With the feature `jiff`, its value is a `jiff::Timestamp`, which has no offset; a leap second
/// is the second before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JiffDateTime {}

impl Format for JiffDateTime {
    const NAME: &'static str = "date-time";
}

/// A day (RFC 3339). With the feature `jiff`, its value is a `jiff::civil::Date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JiffDate {}

impl Format for JiffDate {
    const NAME: &'static str = "date";
}

/// A time of day (RFC 3339). With the feature `jiff`, its value is a `jiff::civil::Time`, without the offset that the
/// text may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JiffTime {}

impl Format for JiffTime {
    const NAME: &'static str = "time";
}

/// A span of time (ISO 8601). With the feature `jiff`, its value is a `jiff::Span`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JiffDuration {}

impl Format for JiffDuration {
    const NAME: &'static str = "duration";
}
