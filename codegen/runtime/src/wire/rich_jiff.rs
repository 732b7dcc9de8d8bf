//! Values of dates and times as types of the crate `jiff`.

use jiff::civil::{Date, Time};
use jiff::{Span, Timestamp};

use super::format_jiff::{JiffDate, JiffDateTime, JiffDuration, JiffTime};
use super::formatted::{Formatted, Rich};

impl Rich for JiffDateTime {
    type Value = Timestamp;

    fn parse(text: &str) -> Result<Timestamp, String> {
        text.parse().map_err(|error: jiff::Error| error.to_string())
    }
}

impl From<Timestamp> for Formatted<JiffDateTime> {
    fn from(value: Timestamp) -> Self {
        Self::new(value.to_string())
    }
}

impl Rich for JiffDate {
    type Value = Date;

    fn parse(text: &str) -> Result<Date, String> {
        text.parse().map_err(|error: jiff::Error| error.to_string())
    }
}

impl From<Date> for Formatted<JiffDate> {
    fn from(value: Date) -> Self {
        Self::new(value.to_string())
    }
}

impl Rich for JiffTime {
    type Value = Time;

    fn parse(text: &str) -> Result<Time, String> {
        // An offset is not part of the value.
        let time = text.split(['Z', 'z', '+', '-']).next();
        time.unwrap_or_default()
            .parse()
            .map_err(|error: jiff::Error| error.to_string())
    }
}

impl From<Time> for Formatted<JiffTime> {
    fn from(value: Time) -> Self {
        Self::new(value.to_string())
    }
}

impl Rich for JiffDuration {
    type Value = Span;

    fn parse(text: &str) -> Result<Span, String> {
        text.parse().map_err(|error: jiff::Error| error.to_string())
    }
}

impl From<Span> for Formatted<JiffDuration> {
    fn from(value: Span) -> Self {
        Self::new(value.to_string())
    }
}
