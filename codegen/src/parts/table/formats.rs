use crate::parts::Part;

/// The files of `wire/` for strings with a format.
pub(super) const PARTS: &[Part] = &[
    part!("wire/decimal_value.rs")
        .needs(&[
            "wire/decimal.rs",
            "wire/format_decimal.rs",
            "wire/formatted.rs",
        ])
        .crates(&["rust_decimal"])
        .feature("rust_decimal"),
    part!("wire/format_base64.rs")
        .needs(&["wire/formatted.rs"])
        .public(&["Base64", "Base64Url"]),
    part!("wire/format_chrono.rs")
        .needs(&["wire/formatted.rs", "wire/iso_duration.rs"])
        .public(&[
            "ChronoDate",
            "ChronoDateTime",
            "ChronoDuration",
            "ChronoTime",
        ]),
    part!("wire/format_decimal.rs")
        .needs(&["wire/formatted.rs"])
        .public(&["DecimalText"]),
    part!("wire/format_ip.rs")
        .needs(&["wire/formatted.rs"])
        .public(&["Ip", "Ipv4", "Ipv6"]),
    part!("wire/format_jiff.rs")
        .needs(&["wire/formatted.rs"])
        .public(&["JiffDate", "JiffDateTime", "JiffDuration", "JiffTime"]),
    part!("wire/format_time.rs")
        .needs(&["wire/formatted.rs", "wire/iso_duration.rs"])
        .public(&["TimeDate", "TimeDateTime", "TimeDuration", "TimeTime"]),
    part!("wire/format_uri.rs")
        .needs(&["wire/formatted.rs"])
        .public(&["Uri"]),
    part!("wire/format_uuid.rs")
        .needs(&["wire/formatted.rs"])
        .public(&["Uuid"]),
    part!("wire/formatted.rs")
        .needs(&[
            "wire/decode.rs",
            "wire/encode.rs",
            "wire/forward.rs",
            "wire/quoted.rs",
            "wire/text_argument.rs",
        ])
        .crates(&["serde"])
        .public(&["Format", "FormatError", "Formatted", "Rich"]),
    part!("wire/formatted_text.rs")
        .needs(&["wire/formatted.rs"])
        .internal(&["formatted_text"]),
    part!("wire/iso_duration.rs"),
    part!("wire/rich_base64.rs")
        .needs(&["wire/format_base64.rs", "wire/formatted.rs"])
        .crates(&["base64"])
        .feature("base64"),
    part!("wire/rich_chrono.rs")
        .needs(&[
            "wire/format_chrono.rs",
            "wire/formatted.rs",
            "wire/iso_duration.rs",
        ])
        .crates(&["chrono"])
        .feature("chrono"),
    part!("wire/rich_decimal.rs")
        .needs(&["wire/format_decimal.rs", "wire/formatted.rs"])
        .crates(&["rust_decimal"])
        .feature("rust_decimal"),
    part!("wire/rich_jiff.rs")
        .needs(&["wire/format_jiff.rs", "wire/formatted.rs"])
        .crates(&["jiff"])
        .feature("jiff"),
    part!("wire/rich_time.rs")
        .needs(&[
            "wire/format_time.rs",
            "wire/formatted.rs",
            "wire/iso_duration.rs",
        ])
        .crates(&["time"])
        .feature("time"),
    part!("wire/rich_url.rs")
        .needs(&["wire/format_uri.rs", "wire/formatted.rs"])
        .crates(&["url"])
        .feature("url"),
    part!("wire/rich_uuid.rs")
        .needs(&["wire/format_uuid.rs", "wire/formatted.rs"])
        .crates(&["uuid"])
        .feature("uuid"),
];
