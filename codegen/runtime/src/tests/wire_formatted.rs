use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use crate::wire::{
    self, ChronoDuration, Formatted, Ip, Ipv4, Ipv6, JiffDateTime, TimeDuration, Uuid,
};

type DateTime = Formatted<JiffDateTime>;

#[test]
fn any_text_comes_in_and_goes_out() {
    let texts = [
        "2024-05-17T09:30:00Z",
        "2024-05-17t09:30:00.000000000z",
        "2016-12-31T23:59:60-00:00",
        "yesterday",
        "",
        "\u{fc}",
    ];
    for text in texts {
        let json = serde_json::to_vec(text).unwrap();
        let value: DateTime = wire::from_slice(&json).unwrap();
        assert_eq!(wire::to_vec(&value).unwrap(), json);
        let same: DateTime = serde_json::from_slice(&json).unwrap();
        assert_eq!(serde_json::to_vec(&same).unwrap(), json);
        assert_eq!((value.as_str(), value.as_ref()), (text, text));
        assert_eq!(format!("{value} {value:?}"), format!("{text} {text:?}"));
        assert_eq!(format!("{value:>30}"), format!("{text:>30}"));
        assert_eq!(value, same);
        assert_eq!(value.into_string(), text);
    }
    for json in ["1", "true", "null", "[]", "{}"] {
        let value = wire::from_slice::<DateTime>(json.as_bytes());
        let text = wire::from_slice::<String>(json.as_bytes());
        assert_eq!(
            value
                .map(DateTime::into_string)
                .map_err(|it| it.to_string()),
            text.map_err(|it| it.to_string()),
            "{json}"
        );
    }
}

#[test]
fn texts_of_all_kinds_are_converted() {
    let text = "5".to_owned();
    let value = DateTime::from("5");
    assert_eq!(DateTime::from(&text), value);
    assert_eq!(DateTime::from(Cow::Borrowed("5")), value);
    assert_eq!(DateTime::from(&value), value);
    assert_eq!("5".parse::<DateTime>().unwrap(), value);
    assert_eq!(DateTime::from(text.clone()), value);
    assert_eq!(String::from(value), text);
}

#[test]
fn addresses_need_no_feature() {
    let four = Formatted::<Ipv4>::from("192.0.2.1");
    assert_eq!(four.get().unwrap(), Ipv4Addr::new(192, 0, 2, 1));
    let six = Formatted::<Ipv6>::from(Ipv6Addr::LOCALHOST);
    assert_eq!(six.as_str(), "::1");
    let any = Formatted::<Ip>::from(IpAddr::V4(Ipv4Addr::LOCALHOST));
    assert_eq!(any.get().unwrap(), Ipv4Addr::LOCALHOST);
    let error = Formatted::<Ipv4>::from("192.0.2.256").get().unwrap_err();
    assert_eq!(error.text(), "192.0.2.256");
    assert_eq!(
        error.to_string(),
        "\"192.0.2.256\" is not a valid IPv4 address: invalid IPv4 address syntax"
    );
}

#[test]
fn a_length_of_time_needs_no_feature() {
    let length = |text: &str| Formatted::<ChronoDuration>::from(text).to_std();
    for (text, seconds) in [
        ("PT0S", 0.0),
        ("P1W", 604_800.0),
        ("P1DT12H", 129_600.0),
        ("pt1h1m1.5s", 3_661.5),
        ("PT0,25S", 0.25),
        ("PT1.5H", 5_400.0),
        ("+P0D", 0.0),
        ("-PT0S", 0.0),
        ("PT0.0000000019S", 0.000_000_001),
    ] {
        assert_eq!(
            length(text).unwrap(),
            Duration::from_secs_f64(seconds),
            "{text}"
        );
    }
    for (text, reason) in [
        ("", "it must begin with `P`"),
        ("1D", "it must begin with `P`"),
        ("P", "it has no unit"),
        ("P1DT", "no unit follows `T`"),
        ("P1Y", "years and months have no fixed length"),
        ("P1MT1S", "years and months have no fixed length"),
        ("PT1", "a number has no unit"),
        ("PTS", "a unit has no number"),
        ("PT-1S", "a unit has no number"),
        ("PT1.xS", "its units are unknown or out of order"),
        ("PT1.\u{663}S", "a fraction has digits only"),
        ("PT1S1H", "its units are unknown or out of order"),
        ("PT1.5H1M", "only the last number may have a fraction"),
        ("PT99999999999999999999S", "it is too long"),
        ("P18446744073709551615W", "it is too long"),
        ("PT18446744073709551615H", "it is too long"),
        ("-PT1S", "it is negative"),
    ] {
        let error = length(text).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("{text:?} is not a valid duration: {reason}")
        );
    }
    let length = Formatted::<TimeDuration>::from("PT1M").to_std();
    assert_eq!(length.unwrap(), Duration::from_secs(60));
}

#[test]
fn a_long_text_is_shortened_in_the_message_only() {
    let text = "1".repeat(1_000);
    let error = Formatted::<Ip>::from(&text).get().unwrap_err();
    assert_eq!(error.text(), text);
    assert!(error.to_string().len() < 150);
}

#[test]
fn a_format_is_part_of_the_type() {
    let value = Formatted::<Uuid>::new("a");
    assert_eq!(format!("{value:?}"), "\"a\"");
}
