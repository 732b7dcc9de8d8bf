use serde_json::{Value, json};

use crate::wire::{self, Decimal};

fn read(json: &str) -> Result<Decimal, wire::DecodeError> {
    wire::from_slice(json.as_bytes())
}

fn written(value: &Decimal) -> String {
    String::from_utf8(wire::to_vec(value).unwrap()).unwrap()
}

#[test]
fn every_digit_comes_in_and_goes_out() {
    let texts = [
        "0",
        "-0",
        "0.10",
        "1e400",
        "-1.5E+3",
        "2.5e-7",
        "9223372036854775808",
        "12345678901234567890.12345678901234567890",
    ];
    for text in texts {
        let value = read(text).unwrap();
        assert_eq!((value.as_str(), &*written(&value)), (text, text));
        assert_eq!(format!("{value} {value:?}"), format!("{text} {text}"));
        assert_eq!(text.parse::<Decimal>().unwrap(), value);
    }
    assert_eq!(
        read(" \"1.50\" ").unwrap().as_str(),
        "1.50",
        "a number in a string"
    );
}

#[test]
fn what_is_no_number_is_refused() {
    for json in [
        "\"\"",
        "\"1,5\"",
        "\"secret\"",
        "true",
        "{}",
        "[1]",
        "{\"a\":\"1\"}",
        "null",
    ] {
        let error = read(json).unwrap_err().to_string();
        assert!(
            error.contains("a number") && !error.contains("secret"),
            "{json}: {error}"
        );
    }
    for text in ["", "-", ".5", "5.", "01", "1e", "+1", "0x1", "NaN", "1 "] {
        assert!(Decimal::new(text).is_err(), "{text}");
    }
    assert!(Decimal::try_from(f64::INFINITY).is_err());
}

/// What has rounded the number already, and what has no text for it.
#[test]
fn other_formats_give_the_number_that_they_have() {
    let read = |value: Value| serde_json::from_value::<Decimal>(value).unwrap();
    assert_eq!(read(json!(0.1)).as_str(), "0.1");
    assert_eq!(read(json!(u64::MAX)), Decimal::from(u64::MAX));
    assert_eq!(serde_json::to_value(Decimal::from(7)).unwrap(), json!(7));
    assert_eq!(Decimal::try_from(0.5).unwrap().to_f64().to_string(), "0.5");
    let deserializer = serde::de::value::F64Deserializer::<serde::de::value::Error>::new(1.5);
    let value: Decimal = serde::Deserialize::deserialize(deserializer).unwrap();
    assert_eq!(value.as_str(), "1.5");
}
