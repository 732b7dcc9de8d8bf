//! `[types]`: the formats of strings whose values are types of libraries.

use serde::Deserialize;

/// The types of values with a format. Default: strings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct TypeOptions {
    /// `date-time`
    pub date_time: Option<DateLibrary>,
    /// `date`
    pub date: Option<DateLibrary>,
    /// `time`
    pub time: Option<DateLibrary>,
    /// `duration`
    pub duration: Option<DateLibrary>,
    /// `uuid`
    pub uuid: Option<UuidLibrary>,
    /// `ip`, `ipv4` and `ipv6`
    pub ip: Option<IpLibrary>,
    /// `uri`
    pub uri: Option<UriLibrary>,
    /// `decimal`, of strings and numbers
    pub decimal: Option<DecimalLibrary>,
    /// `byte` and `base64url`, and `contentEncoding`
    pub byte: Option<ByteLibrary>,
}

/// A library of dates and times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateLibrary {
    /// `jiff`
    Jiff,
    /// `chrono`
    Chrono,
    /// `time`
    Time,
}

/// A library of UUIDs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UuidLibrary {
    /// `uuid`
    Uuid,
}

/// A library of IP addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IpLibrary {
    /// The standard library.
    Std,
}

/// A library of URIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UriLibrary {
    /// `url`
    Url,
}

/// A library of decimal numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalLibrary {
    /// `rust_decimal`
    RustDecimal,
}

/// A library of bytes as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ByteLibrary {
    /// `base64`
    Base64,
}
