//! Values of dates and times as types of the crate `chrono`.

use chrono::{
    DateTime, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Utc,
};

use super::format_chrono::{ChronoDate, ChronoDateTime, ChronoDuration, ChronoTime};
use super::formatted::{Formatted, Rich};
use super::iso_duration::IsoDuration;

impl Rich for ChronoDateTime {
    type Value = DateTime<FixedOffset>;

    fn parse(text: &str) -> Result<DateTime<FixedOffset>, String> {
        DateTime::parse_from_rfc3339(text).map_err(|error| error.to_string())
    }
}

/// The text is the moment in UTC if the offset is not a whole number of minutes, which RFC 3339 cannot represent.
impl<Z: TimeZone> From<DateTime<Z>> for Formatted<ChronoDateTime> {
    fn from(value: DateTime<Z>) -> Self {
        let value = value.fixed_offset();
        let text =
            |value: DateTime<FixedOffset>| value.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        if value.offset().local_minus_utc() % 60 == 0 {
            Self::new(text(value))
        } else {
            Self::new(text(value.with_timezone(&Utc).fixed_offset()))
        }
    }
}

impl Rich for ChronoDate {
    type Value = NaiveDate;

    fn parse(text: &str) -> Result<NaiveDate, String> {
        text.parse()
            .map_err(|error: chrono::ParseError| error.to_string())
    }
}

impl From<NaiveDate> for Formatted<ChronoDate> {
    fn from(value: NaiveDate) -> Self {
        Self::new(value.to_string())
    }
}

impl Rich for ChronoTime {
    type Value = NaiveTime;

    fn parse(text: &str) -> Result<NaiveTime, String> {
        // An offset is not part of the value.
        let time = text.split(['Z', 'z', '+', '-']).next();
        let time = time.unwrap_or_default().parse();
        time.map_err(|error: chrono::ParseError| error.to_string())
    }
}

impl From<NaiveTime> for Formatted<ChronoTime> {
    fn from(value: NaiveTime) -> Self {
        Self::new(value.to_string())
    }
}

impl Rich for ChronoDuration {
    type Value = TimeDelta;

    fn parse(text: &str) -> Result<TimeDelta, String> {
        let duration = IsoDuration::parse(text)?;
        let length = TimeDelta::from_std(duration.length);
        let length = length.map_err(|error| error.to_string())?;
        Ok(if duration.is_negative {
            -length
        } else {
            length
        })
    }
}

impl From<TimeDelta> for Formatted<ChronoDuration> {
    fn from(value: TimeDelta) -> Self {
        Self::new(value.to_string())
    }
}
