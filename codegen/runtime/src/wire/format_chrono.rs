//! Formats of dates and times, whose values are types of the crate `chrono`.

use std::time::Duration;

use super::formatted::{Format, FormatError, Formatted};
use super::iso_duration::IsoDuration;

/// A moment (RFC 3339). With the feature `chrono`, its value is a `chrono::DateTime` with the offset of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChronoDateTime {}

impl Format for ChronoDateTime {
    const NAME: &'static str = "date-time";
}

/// A day (RFC 3339). With the feature `chrono`, its value is a `chrono::NaiveDate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChronoDate {}

impl Format for ChronoDate {
    const NAME: &'static str = "date";
}

/// A time of day (RFC 3339). With the feature `chrono`, its value is a `chrono::NaiveTime`, without the offset that
/// the text may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChronoTime {}

impl Format for ChronoTime {
    const NAME: &'static str = "time";
}

/// A length of time (ISO 8601). With the feature `chrono`, its value is a `chrono::TimeDelta`. A day has 24 hours, and
/// years and months have no length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChronoDuration {}

impl Format for ChronoDuration {
    const NAME: &'static str = "duration";
}

impl Formatted<ChronoDuration> {
    /// Returns the length, which needs no feature. A day has 24 hours.
    ///
    /// # Errors
    ///
    /// If the text is not a duration (ISO 8601), is negative, or has years or months, whose length is not fixed.
    pub fn to_std(&self) -> Result<Duration, FormatError> {
        self.parsed(IsoDuration::to_std)
    }
}
