//! Strings with a format whose values are types of libraries.

use crate::ir::StringFormat;
use crate::options::{DateLibrary, TypeOptions};

/// A format of the runtime, which has a value beside its text.
#[derive(Debug, PartialEq, Eq)]
pub struct Rich {
    /// The type of the format in the module `wire`.
    pub name: &'static str,
    /// The values of the format, as a plural noun.
    pub meaning: &'static str,
    /// The type of the value.
    pub value: &'static str,
    /// The feature that the value needs.
    pub feature: Option<&'static str>,
    /// The files of the runtime.
    pub(super) files: &'static [&'static str],
}

/// `Decimal` as the number of a library.
pub(super) static DECIMAL_NUMBER: Rich = Rich {
    name: "Decimal",
    files: &[
        "wire/decimal.rs",
        "wire/decimal_value.rs",
        "wire/rich_decimal.rs",
    ],
    ..DECIMAL
};

/// The format of strings in the runtime, if the settings choose a library for it.
pub(super) fn of(options: &TypeOptions, format: StringFormat) -> Option<&'static Rich> {
    match format {
        StringFormat::DateTime => options.date_time.map(date_time),
        StringFormat::Date => options.date.map(date),
        StringFormat::Time => options.time.map(time),
        StringFormat::Duration => options.duration.map(duration),
        StringFormat::Uuid => options.uuid.map(|_| &UUID),
        StringFormat::Ip => options.ip.map(|_| &IP),
        StringFormat::Ipv4 => options.ip.map(|_| &IPV4),
        StringFormat::Ipv6 => options.ip.map(|_| &IPV6),
        StringFormat::Uri => options.uri.map(|_| &URI),
        StringFormat::Decimal => options.decimal.map(|_| &DECIMAL),
        StringFormat::Byte => options.byte.map(|_| &BASE64),
        StringFormat::Base64Url => options.byte.map(|_| &BASE64_URL),
        StringFormat::Plain | StringFormat::Binary | StringFormat::Password => None,
    }
}

fn date_time(library: DateLibrary) -> &'static Rich {
    match library {
        DateLibrary::Jiff => const { &jiff("JiffDateTime", "moments", "jiff::Timestamp") },
        DateLibrary::Chrono => {
            const {
                &chrono(
                    "ChronoDateTime",
                    "moments",
                    "chrono::DateTime<chrono::FixedOffset>",
                )
            }
        }
        DateLibrary::Time => const { &of_time("TimeDateTime", "moments", "time::OffsetDateTime") },
    }
}

fn date(library: DateLibrary) -> &'static Rich {
    match library {
        DateLibrary::Jiff => const { &jiff("JiffDate", "days", "jiff::civil::Date") },
        DateLibrary::Chrono => const { &chrono("ChronoDate", "days", "chrono::NaiveDate") },
        DateLibrary::Time => const { &of_time("TimeDate", "days", "time::Date") },
    }
}

fn time(library: DateLibrary) -> &'static Rich {
    match library {
        DateLibrary::Jiff => const { &jiff("JiffTime", "times of day", "jiff::civil::Time") },
        DateLibrary::Chrono => const { &chrono("ChronoTime", "times of day", "chrono::NaiveTime") },
        DateLibrary::Time => const { &of_time("TimeTime", "times of day", "time::Time") },
    }
}

fn duration(library: DateLibrary) -> &'static Rich {
    match library {
        DateLibrary::Jiff => const { &jiff("JiffDuration", "durations", "jiff::Span") },
        DateLibrary::Chrono => {
            const { &chrono("ChronoDuration", "durations", "chrono::TimeDelta") }
        }
        DateLibrary::Time => const { &of_time("TimeDuration", "durations", "time::Duration") },
    }
}

const fn jiff(name: &'static str, meaning: &'static str, value: &'static str) -> Rich {
    Rich {
        name,
        meaning,
        value,
        feature: Some("jiff"),
        files: &["wire/format_jiff.rs", "wire/rich_jiff.rs"],
    }
}

const fn chrono(name: &'static str, meaning: &'static str, value: &'static str) -> Rich {
    Rich {
        name,
        meaning,
        value,
        feature: Some("chrono"),
        files: &["wire/format_chrono.rs", "wire/rich_chrono.rs"],
    }
}

const fn of_time(name: &'static str, meaning: &'static str, value: &'static str) -> Rich {
    Rich {
        name,
        meaning,
        value,
        feature: Some("time"),
        files: &["wire/format_time.rs", "wire/rich_time.rs"],
    }
}

static UUID: Rich = Rich {
    name: "Uuid",
    meaning: "UUIDs",
    value: "uuid::Uuid",
    feature: Some("uuid"),
    files: &["wire/format_uuid.rs", "wire/rich_uuid.rs"],
};

static URI: Rich = Rich {
    name: "Uri",
    meaning: "URIs",
    value: "url::Url",
    feature: Some("url"),
    files: &["wire/format_uri.rs", "wire/rich_url.rs"],
};

const DECIMAL: Rich = Rich {
    name: "DecimalText",
    meaning: "decimal numbers",
    value: "rust_decimal::Decimal",
    feature: Some("rust_decimal"),
    files: &["wire/format_decimal.rs", "wire/rich_decimal.rs"],
};

static IP: Rich = ip("Ip", "std::net::IpAddr");
static IPV4: Rich = ip("Ipv4", "std::net::Ipv4Addr");
static IPV6: Rich = ip("Ipv6", "std::net::Ipv6Addr");

const fn ip(name: &'static str, value: &'static str) -> Rich {
    Rich {
        name,
        meaning: "IP addresses",
        value,
        feature: None,
        files: &["wire/format_ip.rs"],
    }
}

static BASE64: Rich = bytes("Base64");
static BASE64_URL: Rich = bytes("Base64Url");

const fn bytes(name: &'static str) -> Rich {
    Rich {
        name,
        meaning: "bytes in base64",
        value: "Vec<u8>",
        feature: Some("base64"),
        files: &["wire/format_base64.rs", "wire/rich_base64.rs"],
    }
}
