//! Formats of dates and times, whose values are types of the crate `time`.

use std::time::Duration;

use super::formatted::{Format, FormatError, Formatted};
use super::iso_duration::IsoDuration;

/// A moment (RFC 3339). With the feature `time`, its value is a `time::OffsetDateTime` with the offset of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeDateTime {}

impl Format for TimeDateTime {
    const NAME: &'static str = "date-time";
}

/// A day (RFC 3339). With the feature `time`, its value is a `time::Date`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeDate {}

impl Format for TimeDate {
    const NAME: &'static str = "date";
}

/// A time of day (RFC 3339). With the feature `time`, its value is a `time::Time`, without the offset that the text may
/// have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeTime {}

impl Format for TimeTime {
    const NAME: &'static str = "time";
}

/// A length of time (ISO 8601). With the feature `time`, its value is a `time::Duration`. A day has 24 hours, and
/// years and months have no length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeDuration {}

impl Format for TimeDuration {
    const NAME: &'static str = "duration";
}

impl Formatted<TimeDuration> {
    /// Returns the length, which needs no feature. A day has 24 hours.
    ///
    /// # Errors
    ///
    /// If the text is not a duration (ISO 8601), is negative, or has years or months, whose length is not fixed.
    pub fn to_std(&self) -> Result<Duration, FormatError> {
        self.parsed(IsoDuration::to_std)
    }
}
