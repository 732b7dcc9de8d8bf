//! Values of dates and times as types of the crate `time`.

use time::error::Parse;
use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, Duration, OffsetDateTime, Time, UtcOffset};

use super::format_time::{TimeDate, TimeDateTime, TimeDuration, TimeTime};
use super::formatted::{Formatted, Rich};
use super::iso_duration::IsoDuration;

impl Rich for TimeDateTime {
    type Value = OffsetDateTime;

    fn parse(text: &str) -> Result<OffsetDateTime, String> {
        OffsetDateTime::parse(text, &Rfc3339).map_err(|error| error.to_string())
    }
}

/// The text is the moment in UTC if the offset is not a whole number of minutes, which RFC 3339 cannot represent.
impl From<OffsetDateTime> for Formatted<TimeDateTime> {
    fn from(value: OffsetDateTime) -> Self {
        let value = match value.offset().seconds_past_minute() {
            0 => value,
            _ => value.to_offset(UtcOffset::UTC),
        };
        // Years before 0 have no form in RFC 3339, and the server decides about them.
        Self::new(value.format(&Rfc3339).unwrap_or_else(|_| value.to_string()))
    }
}

impl Rich for TimeDate {
    type Value = Date;

    fn parse(text: &str) -> Result<Date, String> {
        Date::parse(text, &Iso8601::DATE).map_err(|error| error.to_string())
    }
}

impl From<Date> for Formatted<TimeDate> {
    fn from(value: Date) -> Self {
        Self::new(value.to_string())
    }
}

impl Rich for TimeTime {
    type Value = Time;

    fn parse(text: &str) -> Result<Time, String> {
        // An offset is not part of the value.
        let time = text.split(['Z', 'z', '+', '-']).next().unwrap_or_default();
        Time::parse(time, &Iso8601::TIME).map_err(|error: Parse| error.to_string())
    }
}

impl From<Time> for Formatted<TimeTime> {
    fn from(value: Time) -> Self {
        let (hour, minute, second) = (value.hour(), value.minute(), value.second());
        let fraction = fraction(value.nanosecond());
        Self::new(format!("{hour:02}:{minute:02}:{second:02}{fraction}"))
    }
}

impl Rich for TimeDuration {
    type Value = Duration;

    fn parse(text: &str) -> Result<Duration, String> {
        let duration = IsoDuration::parse(text)?;
        let length = Duration::try_from(duration.length).map_err(|error| error.to_string())?;
        Ok(if duration.is_negative {
            -length
        } else {
            length
        })
    }
}

impl From<Duration> for Formatted<TimeDuration> {
    fn from(value: Duration) -> Self {
        let sign = if value.is_negative() { "-" } else { "" };
        let length = value.unsigned_abs();
        let (seconds, fraction) = (length.as_secs(), fraction(length.subsec_nanos()));
        Self::new(format!("{sign}PT{seconds}{fraction}S"))
    }
}

/// Nanoseconds as a decimal fraction of a second, without trailing zeros.
fn fraction(nanoseconds: u32) -> String {
    let digits = format!(".{nanoseconds:09}");
    digits.trim_end_matches(['0', '.']).to_owned()
}
