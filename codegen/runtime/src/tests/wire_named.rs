//! The constructors and conversions of each kind of named value: the table in `codegen/README.md`, cell by cell.

use std::convert::Infallible;
use std::fmt::Display;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::types::{AwsConnectionStatus, GroupId};
use crate::wire::{self, Formatted, JiffDateTime};

const HEX: &str = "0123456789abcdef01234567";

const RULE: &str = "it must match ^([a-f0-9]{24})$";

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Size(wire::IntegerValue<i32>);
wire::integer!(
    Size(i32),
    wire::Bounds {
        name: "Size",
        minimum: Some(1),
        maximum: Some(500),
        multiple_of: None
    }
);

#[derive(Clone, PartialEq, Eq)]
enum Level {
    One,
    Two,
    Unknown(wire::UnknownInteger),
}
wire::integer_enum!(Level { One = 1, Two = 2 });

type Time = Formatted<JiffDateTime>;

/// `try_from`, which exists because of `From`.
fn tried<T: TryFrom<S, Error = Infallible>, S>(value: S) -> T {
    T::try_from(value).unwrap_or_else(|never| match never {})
}

fn sent(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|it| it.to_string())
}

fn received<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

fn message<T>(result: Result<T, impl Display>) -> Option<String> {
    result.err().map(|it| it.to_string())
}

#[test]
fn text_with_rules() {
    const STATIC: GroupId = GroupId::from_static(HEX);
    let bad = format!("\"x\" is not a valid GroupId: {RULE}");
    assert_eq!(GroupId::new(HEX).unwrap(), STATIC);
    assert_eq!(message(GroupId::new("x")), Some(bad.clone()));
    assert_eq!(HEX.parse::<GroupId>().unwrap(), STATIC);
    assert_eq!(message("x".parse::<GroupId>()), Some(bad));
    assert_eq!(GroupId::from(HEX), STATIC);
    assert_eq!(tried::<GroupId, _>(HEX), STATIC);
    assert!(sent(&tried::<GroupId, _>("x")).unwrap_err().contains(RULE));
    assert!(sent(&GroupId::from("x")).unwrap_err().contains(RULE));
    assert!(sent(&GroupId::from(&GroupId::from("x"))).is_err());
    assert_eq!(sent(&GroupId::new_unchecked("x")).unwrap(), "\"x\"");
    assert_eq!(received::<GroupId>("\"x\""), GroupId::new_unchecked("x"));
    assert_eq!(sent(&received::<GroupId>("\"x\"")).unwrap(), "\"x\"");
}

#[test]
fn integer_with_rules() {
    const STATIC: Size = Size::from_static(500);
    let rule = "501 is not a valid Size: it must be 1 to 500";
    assert_eq!(Size::new(500).unwrap(), STATIC);
    assert_eq!(message(Size::new(501)).as_deref(), Some(rule));
    assert_eq!("500".parse::<Size>().unwrap(), STATIC);
    assert_eq!(message("501".parse::<Size>()).as_deref(), Some(rule));
    for text in ["x", "", "1.5", "99999999999"] {
        let error = format!("\"{text}\" is not a valid Size: it must be 1 to 500");
        assert_eq!(message(text.parse::<Size>()), Some(error));
    }
    assert_eq!(Size::from(500), STATIC);
    assert_eq!(tried::<Size, _>(500), STATIC);
    assert!(sent(&tried::<Size, _>(501)).unwrap_err().starts_with(rule));
    assert!(sent(&Size::from(501)).unwrap_err().starts_with(rule));
    assert_eq!(sent(&Size::new_unchecked(501)).unwrap(), "501");
    assert_eq!(received::<Size>("501"), Size::new_unchecked(501));
    assert_eq!(sent(&received::<Size>("501")).unwrap(), "501");
}

#[test]
fn enumeration_of_strings() {
    const PENDING: AwsConnectionStatus = AwsConnectionStatus::Pending;
    assert_eq!("PENDING".parse::<AwsConnectionStatus>().unwrap(), PENDING);
    assert!(!"x".parse::<AwsConnectionStatus>().unwrap().is_known());
    assert_eq!(AwsConnectionStatus::from("PENDING"), PENDING);
    assert_eq!(tried::<AwsConnectionStatus, _>("PENDING"), PENDING);
    assert_eq!(AwsConnectionStatus::from(&PENDING), PENDING);
    assert_eq!(sent(&AwsConnectionStatus::from("x")).unwrap(), "\"x\"");
    let other: AwsConnectionStatus = received("\"x\"");
    assert_eq!(other, AwsConnectionStatus::from("x"));
    assert_eq!(sent(&other).unwrap(), "\"x\"");
}

#[test]
fn enumeration_of_integers() {
    assert_eq!("1".parse::<Level>().unwrap(), Level::One);
    assert!(!"3".parse::<Level>().unwrap().is_known());
    assert!("x".parse::<Level>().is_err());
    assert_eq!(Level::from(2), Level::Two);
    assert_eq!(tried::<Level, _>(2), Level::Two);
    assert_eq!(Level::from(&Level::Two), Level::Two);
    assert_eq!(sent(&Level::from(3)).unwrap(), "3");
    assert_eq!(received::<Level>("3"), Level::from(3));
}

#[test]
fn text_with_a_format() {
    let time = Time::new("yesterday");
    assert_eq!("yesterday".parse::<Time>().unwrap(), time);
    assert_eq!(Time::from("yesterday"), time);
    assert_eq!(tried::<Time, _>("yesterday"), time);
    assert_eq!(Time::from(&time), time);
    assert_eq!(sent(&time).unwrap(), "\"yesterday\"");
    assert_eq!(received::<Time>("\"yesterday\""), time);
}
