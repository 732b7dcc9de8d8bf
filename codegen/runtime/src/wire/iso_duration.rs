//! Lengths of time as text (ISO 8601).

use std::time::Duration;

/// A length of time, such as `P1DT12H` or `-PT0.5S`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct IsoDuration {
    pub(super) is_negative: bool,
    pub(super) length: Duration,
}

/// The units of a date and of a time, each with its seconds, in the order in which they must be.
const DATE: &[(char, u64)] = &[('W', 604_800), ('D', 86_400)];
const TIME: &[(char, u64)] = &[('H', 3_600), ('M', 60), ('S', 1)];

impl IsoDuration {
    /// Parses a text. A day has 24 hours.
    ///
    /// # Errors
    ///
    /// If the text is not a duration, or has years or months, whose length is not fixed.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (is_negative, text) = match text.strip_prefix('-') {
            Some(text) => (true, text),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let period = text
            .strip_prefix(['P', 'p'])
            .ok_or("it must begin with `P`")?;
        let (date, time) = match period.split_once(['T', 't']) {
            Some((_, "")) => return Err("no unit follows `T`".to_owned()),
            Some((date, time)) => (date, time),
            None if period.is_empty() => return Err("it has no unit".to_owned()),
            None => (period, ""),
        };
        if date.contains(['Y', 'y', 'M', 'm']) {
            return Err("years and months have no fixed length".to_owned());
        }
        let length = sum(date, DATE)?.checked_add(sum(time, TIME)?);
        Ok(Self {
            is_negative,
            length: length.ok_or(TOO_LONG)?,
        })
    }

    /// Parses a length that is not negative.
    ///
    /// # Errors
    ///
    /// If it is, or the text has no length.
    pub(super) fn to_std(text: &str) -> Result<Duration, String> {
        match Self::parse(text)? {
            it if it.is_negative && !it.length.is_zero() => Err("it is negative".to_owned()),
            it => Ok(it.length),
        }
    }
}

const TOO_LONG: &str = "it is too long";

/// The sum of numbers with units.
fn sum(mut text: &str, units: &[(char, u64)]) -> Result<Duration, String> {
    let mut units = units.iter();
    let mut sum = Duration::ZERO;
    while let Some(end) = text.find(|it: char| it.is_ascii_alphabetic()) {
        let (number, rest) = text.split_at(end);
        let unit = rest.chars().next().unwrap_or_default().to_ascii_uppercase();
        let unit = units.find(|(name, _)| *name == unit);
        let (_, seconds) = unit.ok_or("its units are unknown or out of order")?;
        text = &rest[1..];
        let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
        if !fraction.is_empty() && !text.is_empty() {
            return Err("only the last number may have a fraction".to_owned());
        }
        let whole = digits(whole)?.checked_mul(*seconds).ok_or(TOO_LONG)?;
        let length = Duration::from_secs(whole).checked_add(part(fraction, *seconds)?);
        sum = length.and_then(|it| sum.checked_add(it)).ok_or(TOO_LONG)?;
    }
    match text {
        "" => Ok(sum),
        _ => Err("a number has no unit".to_owned()),
    }
}

fn digits(text: &str) -> Result<u64, String> {
    if text.is_empty() || !text.bytes().all(|it| it.is_ascii_digit()) {
        return Err("a unit has no number".to_owned());
    }
    text.parse().map_err(|_| TOO_LONG.to_owned())
}

/// A decimal fraction of some seconds. Digits below a nanosecond are ignored.
fn part(fraction: &str, seconds: u64) -> Result<Duration, String> {
    if !fraction.bytes().all(|it| it.is_ascii_digit()) {
        return Err("a fraction has digits only".to_owned());
    }
    let nanoseconds: String = fraction.chars().chain(ZEROS.chars()).take(9).collect();
    Ok(Duration::from_nanos(digits(&nanoseconds)? * seconds))
}

const ZEROS: &str = "000000000";
