//! Values of formats as types of libraries.

use crate::wire::{
    Base64, Base64Url, ChronoDate, ChronoDateTime, ChronoDuration, ChronoTime, Decimal,
    DecimalText, Formatted, JiffDate, JiffDateTime, JiffDuration, JiffTime, Rich, TimeDate,
    TimeDateTime, TimeDuration, TimeTime, Uri, Uuid,
};

/// The value of a text, and the text of the value.
fn through<F: Rich>(text: &str) -> (F::Value, String)
where
    F::Value: Clone + Into<Formatted<F>>,
{
    let value = Formatted::<F>::from(text).get();
    let value = value.unwrap_or_else(|error| panic!("{error}"));
    let text = value.clone().into().into_string();
    (value, text)
}

fn error<F: Rich>(text: &str) -> String {
    let value = Formatted::<F>::from(text).get();
    value.err().map(|it| it.to_string()).unwrap_or_default()
}

/// A text, and the texts of its values with the three libraries.
const MOMENTS: [(&str, &str, &str, &str); 6] = [
    (
        "2024-05-17T09:30:00Z",
        "2024-05-17T09:30:00Z",
        "2024-05-17T09:30:00Z",
        "2024-05-17T09:30:00Z",
    ),
    (
        "2012-12-12T10:53:43-08:00",
        "2012-12-12T18:53:43Z",
        "2012-12-12T10:53:43-08:00",
        "2012-12-12T10:53:43-08:00",
    ),
    (
        "2024-05-17t09:30:00.120z",
        "2024-05-17T09:30:00.12Z",
        "2024-05-17T09:30:00.120Z",
        "2024-05-17T09:30:00.12Z",
    ),
    (
        "2024-05-17T09:30:00.000000001+05:45",
        "2024-05-17T03:45:00.000000001Z",
        "2024-05-17T09:30:00.000000001+05:45",
        "2024-05-17T09:30:00.000000001+05:45",
    ),
    (
        "2016-12-31T23:59:60Z",
        "2016-12-31T23:59:59Z",
        "2016-12-31T23:59:60Z",
        "2016-12-31T23:59:59.999999999Z",
    ),
    (
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
    ),
];

#[test]
fn moments_are_those_of_all_libraries() {
    for (text, jiff, chrono, time) in MOMENTS {
        assert_eq!(through::<JiffDateTime>(text).1, jiff, "{text}");
        assert_eq!(through::<ChronoDateTime>(text).1, chrono, "{text}");
        assert_eq!(through::<TimeDateTime>(text).1, time, "{text}");
    }
    for text in [
        "",
        "2024-05-17",
        "2024-05-17T09:30:00",
        "2024-02-30T00:00:00Z",
    ] {
        let start = format!("{text:?} is not a valid date-time: ");
        assert!(error::<JiffDateTime>(text).starts_with(&start), "{text}");
        assert!(error::<ChronoDateTime>(text).starts_with(&start), "{text}");
        assert!(error::<TimeDateTime>(text).starts_with(&start), "{text}");
    }
}

#[test]
fn an_offset_with_seconds_is_sent_in_utc() {
    let offset = chrono::FixedOffset::east_opt(90).unwrap();
    let moment = chrono::DateTime::from_timestamp(0, 0).unwrap();
    let value = Formatted::<ChronoDateTime>::from(moment.with_timezone(&offset));
    assert_eq!(value.as_str(), "1970-01-01T00:00:00Z");
    let offset = time::UtcOffset::from_whole_seconds(90).unwrap();
    let moment = time::OffsetDateTime::UNIX_EPOCH.to_offset(offset);
    let value = Formatted::<TimeDateTime>::from(moment);
    assert_eq!(value.as_str(), "1970-01-01T00:00:00Z");
}

#[test]
fn days_and_times_are_those_of_all_libraries() {
    assert_eq!(through::<JiffDate>("2024-02-29").1, "2024-02-29");
    assert_eq!(through::<ChronoDate>("2024-02-29").1, "2024-02-29");
    assert_eq!(through::<TimeDate>("2024-02-29").1, "2024-02-29");
    for (text, value) in [
        ("09:30:00", "09:30:00"),
        ("09:30", "09:30:00"),
        ("09:30:00.5", "09:30:00.5"),
        ("09:30:00Z", "09:30:00"),
        ("09:30:00+02:00", "09:30:00"),
    ] {
        assert_eq!(through::<JiffTime>(text).1, value, "{text}");
        assert_eq!(
            through::<ChronoTime>(text).1,
            value.replace(".5", ".500"),
            "{text}"
        );
        assert_eq!(through::<TimeTime>(text).1, value, "{text}");
    }
    for text in ["", "25:00:00", "noon"] {
        assert_ne!(error::<JiffTime>(text), "");
        assert_ne!(error::<ChronoTime>(text), "");
        assert_ne!(error::<TimeTime>(text), "");
    }
    for text in ["", "2023-02-29", "17.05.2024"] {
        assert_ne!(error::<JiffDate>(text), "");
        assert_ne!(error::<ChronoDate>(text), "");
        assert_ne!(error::<TimeDate>(text), "");
    }
}

#[test]
fn durations_are_those_of_all_libraries() {
    assert_eq!(through::<JiffDuration>("P1Y2M3DT4H").1, "P1Y2M3DT4H");
    assert_eq!(through::<ChronoDuration>("P1DT0.5S").1, "PT86400.5S");
    assert_eq!(through::<TimeDuration>("P1DT0.5S").1, "PT86400.5S");
    assert_eq!(through::<ChronoDuration>("-PT1H").1, "-PT3600S");
    assert_eq!(through::<TimeDuration>("-PT1H").1, "-PT3600S");
    assert_eq!(through::<TimeDuration>("PT0S").1, "PT0S");
    assert_ne!(error::<JiffDuration>("1 h later"), "");
    assert_eq!(
        error::<ChronoDuration>("P1Y"),
        "\"P1Y\" is not a valid duration: years and months have no fixed length"
    );
    assert_eq!(error::<TimeDuration>("P1Y"), error::<ChronoDuration>("P1Y"));
}

#[test]
fn uuids_and_uris_have_values() {
    let text = "0B4DE6A6-5B6E-4B0E-9D3C-7D4C1B3C2A11";
    let (value, written) = through::<Uuid>(text);
    assert_eq!(written, text.to_ascii_lowercase());
    assert_eq!(value.get_version_num(), 4);
    assert!(error::<Uuid>("7").starts_with("\"7\" is not a valid uuid: "));
    let (value, written) = through::<Uri>("HTTPS://example.com:443/a?b#c");
    assert_eq!(value.host_str(), Some("example.com"));
    assert_eq!(written, "https://example.com/a?b#c");
    assert_eq!(
        error::<Uri>("/a"),
        "\"/a\" is not a valid uri: relative URL without a base"
    );
}

#[test]
fn bytes_have_values_with_and_without_padding() {
    let bytes = [0xfb, 0xff, 0x00, 0x01];
    for (text, written) in [("+/8AAQ==", "+/8AAQ=="), ("+/8AAQ", "+/8AAQ==")] {
        assert_eq!(
            through::<Base64>(text),
            (bytes.to_vec(), written.to_owned())
        );
    }
    for text in ["-_8AAQ==", "-_8AAQ"] {
        assert_eq!(
            through::<Base64Url>(text),
            (bytes.to_vec(), "-_8AAQ".to_owned())
        );
    }
    assert_eq!(
        Formatted::<Base64>::from(&bytes),
        Formatted::from("+/8AAQ==")
    );
    assert_eq!(
        Formatted::<Base64Url>::from(&bytes[..]),
        Formatted::from("-_8AAQ")
    );
    assert_ne!(error::<Base64>("-_8AAQ"), "");
    assert_ne!(error::<Base64Url>("+/8AAQ"), "");
}

#[test]
fn decimals_have_values_without_rounding() {
    for text in ["0.10", "-12.50", "7", "79228162514264337593543950335"] {
        assert_eq!(through::<DecimalText>(text).1, text);
        let number = Decimal::new(text).unwrap();
        let value = number.get().unwrap();
        assert_eq!(Decimal::from(value), number);
    }
    assert_eq!(through::<DecimalText>("1.5e3").1, "1500");
    let digits = "0.12345678901234567890123456789012345";
    for text in ["1e400", digits, "79228162514264337593543950336"] {
        let error = Decimal::new(text).unwrap().get().unwrap_err();
        assert_eq!(error.text(), text);
        assert!(
            error.to_string().contains("is not a valid decimal: "),
            "{error}"
        );
    }
    assert_ne!(error::<DecimalText>("a"), "");
}

/// The texts in a document that begin as timestamps do.
fn timestamps(document: &str) -> Vec<&str> {
    let is_part = |it: char| it.is_ascii_alphanumeric() || "+-:.".contains(it);
    let words = document.split(|it| !is_part(it));
    let is_timestamp = |word: &&str| {
        let start = word.get(..11).unwrap_or_default();
        let shape: String = start
            .chars()
            .map(|it| if it.is_ascii_digit() { '0' } else { it })
            .collect();
        shape.eq_ignore_ascii_case("0000-00-00T")
    };
    words.filter(is_timestamp).collect()
}

#[test]
fn timestamps_of_real_documents_are_read_and_written_byte_for_byte() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/v30");
    let documents = [
        "atlas__full-spec.yaml",
        "box__openapi.json",
        "stripe__spec3-2022-02-11.json",
    ];
    for name in documents {
        let Ok(document) = std::fs::read_to_string(format!("{folder}/{name}")) else {
            println!("skipped: {name} is not beside the workspace");
            continue;
        };
        let texts = timestamps(&document);
        let mut values = 0;
        for text in &texts {
            let json = serde_json::to_vec(text).unwrap();
            let value: Formatted<JiffDateTime> = crate::wire::from_slice(&json).unwrap();
            assert_eq!(crate::wire::to_vec(&value).unwrap(), json);
            match value.get() {
                Ok(_) => values += 1,
                Err(error) => println!("{name}: {error}"),
            }
        }
        println!("{name}: {} timestamps, {values} with a value", texts.len());
    }
}
