use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::types::{
    AwsConnectionStatus, AwsEndpointId, GcpProjectId, GroupId, PrivateEndpointIpAddress,
};
use crate::wire;

const HEX: &str = "0123456789abcdef01234567";

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    One,
    Two,
    Unrecognized(wire::UnknownInteger),
}
wire::integer_enum!(Level { One = 1, Two = 2 } else Unrecognized);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ItemsPerPage(wire::IntegerValue<i32>);
wire::integer!(
    ItemsPerPage(i32),
    wire::Bounds {
        name: "ItemsPerPage",
        minimum: Some(1),
        maximum: Some(500),
        multiple_of: None
    }
);

#[derive(Clone, Copy, PartialEq, Eq)]
struct DiskSize(wire::IntegerValue<i64>);
wire::integer!(
    DiskSize(i64),
    wire::Bounds {
        name: "DiskSize",
        minimum: None,
        maximum: None,
        multiple_of: Some(1 << 40)
    }
);

#[derive(Clone, Copy, PartialEq, Eq)]
struct Byte(wire::IntegerValue<u8>);
wire::integer!(
    Byte(u8),
    wire::Bounds {
        name: "Byte",
        minimum: None,
        maximum: None,
        multiple_of: None
    }
);

#[derive(Clone, PartialEq, Eq)]
struct Name(wire::TextValue);
wire::text!(
    Name,
    wire::Text {
        name: "Name",
        pattern: None,
        min_length: Some(2),
        max_length: Some(3)
    }
);

#[test]
fn an_enumeration_knows_its_values_and_keeps_others() {
    assert_eq!(
        AwsConnectionStatus::from("PENDING"),
        AwsConnectionStatus::Pending
    );
    assert_eq!(AwsConnectionStatus::KNOWN.len(), 5);
    for value in AwsConnectionStatus::KNOWN {
        assert!(value.is_known());
        assert_eq!(&AwsConnectionStatus::from(value.as_str()), value);
    }
    let new: AwsConnectionStatus = "MOVING".parse().unwrap();
    assert!(!new.is_known());
    assert_eq!(new.as_str(), "MOVING");
    assert_eq!(format!("{new} {new:?}"), r#"MOVING "MOVING""#);
    assert_eq!(
        serde_json::from_str::<AwsConnectionStatus>("\"MOVING\"").unwrap(),
        new
    );
    assert_eq!(serde_json::to_string(&new).unwrap(), "\"MOVING\"");
}

#[test]
fn an_enumeration_of_numbers_does_the_same() {
    assert_eq!(Level::KNOWN, [Level::One, Level::Two]);
    assert_eq!(serde_json::from_str::<Level>("2").unwrap(), Level::Two);
    let new = serde_json::from_str::<Level>("-7").unwrap();
    assert_eq!(
        (new.as_i64(), new.is_known(), new.to_string()),
        (-7, false, "-7".to_owned())
    );
    assert_eq!(serde_json::to_string(&new).unwrap(), "-7");
}

#[test]
fn a_pattern_guards_the_constructor() {
    assert_eq!(GroupId::new(HEX).unwrap().as_str(), HEX);
    for bad in [
        "",
        "0123",
        &HEX.to_uppercase(),
        &format!("{HEX}0"),
        &format!("{HEX}\n"),
        "é",
    ] {
        let error = GroupId::new(bad).unwrap_err().to_string();
        assert!(
            error.ends_with("is not a valid GroupId: it must match ^([a-f0-9]{24})$"),
            "{error}"
        );
    }
    assert!(AwsEndpointId::new("vpce-3bf78b0ddee411ba1").is_ok());
    assert!(AwsEndpointId::new("vpce-0abc1234").is_err());
    assert!(GcpProjectId::new("p-fdeeb3e43b8e733e5ab627b1").is_ok());
}

#[test]
fn a_literal_is_checked_at_compile_time() {
    const GROUP: GroupId = GroupId::from_static(HEX);
    const PAGE: ItemsPerPage = ItemsPerPage::from_static(500);
    assert_eq!(GROUP.as_str(), HEX);
    assert_eq!(PAGE.get(), 500);
}

#[test]
fn a_value_outside_the_rules_can_be_received_and_sent_on_purpose() {
    let received: AwsEndpointId = serde_json::from_str("\"vpce-0abc1234\"").unwrap();
    assert_eq!(received, AwsEndpointId::new_unchecked("vpce-0abc1234"));
    assert_eq!(
        serde_json::to_string(&received).unwrap(),
        "\"vpce-0abc1234\""
    );
    assert_eq!(
        PrivateEndpointIpAddress::new("::1").unwrap().as_str(),
        "::1"
    );
    assert_eq!(
        serde_json::from_str::<ItemsPerPage>("501").unwrap().get(),
        501
    );
}

#[test]
fn a_given_value_that_violates_a_rule_is_not_sent() {
    let group = GroupId::from(HEX);
    assert_eq!(group, GroupId::from(&GroupId::from_static(HEX)));
    assert_eq!(serde_json::to_string(&group).unwrap(), format!("\"{HEX}\""));

    let group = GroupId::from("my-project".to_owned());
    assert_eq!(group, GroupId::new_unchecked("my-project"));
    assert_eq!(format!("{group} {group:?}"), "my-project \"my-project\"");
    let error = serde_json::to_string(&group).unwrap_err().to_string();
    assert_eq!(
        error,
        "not a valid GroupId: it must match ^([a-f0-9]{24})$; `GroupId::new_unchecked` sends it \
         regardless"
    );
    assert_eq!(
        serde_json::to_string(&GroupId::new_unchecked("my-project")).unwrap(),
        "\"my-project\""
    );

    let page = ItemsPerPage::from(501);
    assert_eq!((page.get(), page), (501, ItemsPerPage::new_unchecked(501)));
    let error = serde_json::to_string(&page).unwrap_err().to_string();
    assert_eq!(
        error,
        "501 is not a valid ItemsPerPage: it must be 1 to 500; `ItemsPerPage::new_unchecked` sends it regardless"
    );
    assert_eq!(
        serde_json::to_string(&ItemsPerPage::from(500)).unwrap(),
        "500"
    );
    assert_eq!(DiskSize::from(0), DiskSize::from(0_i64));
}

#[test]
fn the_place_of_a_violation_is_a_pointer_and_secrets_are_not_quoted() {
    let explain = |key: &str, is_secret| {
        let map = BTreeMap::from([(key.to_owned(), GroupId::from("hunter2"))]);
        wire::violation::explain(&map, is_secret, &"")
    };
    let rule = "not a valid GroupId: it must match ^([a-f0-9]{24})$; `GroupId::new_unchecked` sends it regardless";
    let shown = format!("at `/a~1b~0c`: \"hunter2\" is {rule}");
    assert_eq!(explain("a/b~c", false), shown);
    assert_eq!(explain("a", true), format!("at `/a`: {rule}"));
    assert_eq!(
        explain("password", false),
        format!("at `/password`: {rule}")
    );
    let valid = GroupId::from(HEX);
    assert_eq!(wire::violation::explain(&valid, false, &"other"), "other");
}

#[test]
fn a_given_number_may_not_fit_its_type() {
    assert_eq!(serde_json::to_string(&Byte::from(255)).unwrap(), "255");
    assert_eq!(serde_json::to_string(&Byte::from(7_u8)).unwrap(), "7");
    let error = |value: &dyn wire::Encode| wire::violation::explain(value, false, &"");
    assert_eq!(
        error(&Byte::from(-1)),
        "-1 is not a valid Byte: it must be 0 to 255; `Byte::new_unchecked` sends any `u8` regardless"
    );
    assert_eq!(
        error(&ItemsPerPage::from(u64::MAX)),
        "18446744073709551615 is not a valid ItemsPerPage: it must be 1 to 500; \
         `ItemsPerPage::new_unchecked` sends any `i32` regardless"
    );
    assert_eq!(
        error(&DiskSize::from(i64::MIN + 1)),
        "-9223372036854775807 is not a valid DiskSize: it must be a multiple of 1099511627776; \
         `DiskSize::new_unchecked` sends it regardless"
    );
    let body = BTreeMap::from([("diskSize".to_owned(), DiskSize::from(usize::MAX))]);
    assert_eq!(
        error(&body),
        "at `/diskSize`: 18446744073709551615 is not a valid DiskSize: it must be \
         -9223372036854775808 to 9223372036854775807; `DiskSize::new_unchecked` sends any `i64` \
         regardless"
    );
}

#[test]
fn numbers_that_do_not_fit_their_type_are_compared_as_given() {
    assert_ne!(Byte::from(300), Byte::from(0));
    assert_ne!(Byte::from(300), Byte::from(301));
    assert_eq!(Byte::from(300), Byte::from(300_u64));
    assert!(ItemsPerPage::from(i64::MAX) > ItemsPerPage::from(i32::MAX));
    assert!(ItemsPerPage::from(i64::MIN) < ItemsPerPage::from(0));
}

#[test]
fn an_integer_without_rules_has_the_limits_of_its_type() {
    let json = |value: &dyn wire::Encode| wire::to_vec(value).unwrap();
    assert_eq!(json(&wire::plain_integer::<i64>(50_usize)), b"50");
    assert_eq!(json(&wire::plain_integer::<u8>(255)), b"255");
    let error = |value: &dyn wire::Encode| wire::violation::explain(value, false, &"");
    assert_eq!(
        error(&wire::plain_integer::<i32>(1_u64 << 32)),
        "4294967296 is not a valid i32: it must be -2147483648 to 2147483647"
    );
    assert_eq!(
        error(&wire::plain_integer::<u64>(-1)),
        "-1 is not a valid u64: it must be 0 to 18446744073709551615"
    );
}

#[test]
fn integers_of_any_width_are_given() {
    let seven = ItemsPerPage::from_static(7);
    let given = [
        ItemsPerPage::from(7_i8),
        ItemsPerPage::from(7_i16),
        ItemsPerPage::from(7),
        ItemsPerPage::from(7_i64),
        ItemsPerPage::from(7_isize),
        ItemsPerPage::from(7_u8),
        ItemsPerPage::from(7_u16),
        ItemsPerPage::from(7_u32),
        ItemsPerPage::from(7_u64),
        ItemsPerPage::from(7_usize),
    ];
    assert!(given.iter().all(|it| *it == seven));
}

#[test]
fn texts_of_any_type_are_given() {
    let owned = HEX.to_owned();
    let given = [
        GroupId::from(HEX),
        GroupId::from(&HEX),
        GroupId::from(&owned),
        GroupId::from(owned.clone()),
        GroupId::from(owned.clone().into_boxed_str()),
        GroupId::from(Cow::Borrowed(HEX)),
        GroupId::from(Cow::<str>::Owned(owned)),
        GroupId::from(&GroupId::from_static(HEX)),
    ];
    assert!(given.iter().all(|it| *it == GroupId::from_static(HEX)));
    let status = AwsConnectionStatus::from(&"PENDING");
    assert_eq!(
        status,
        AwsConnectionStatus::from(&AwsConnectionStatus::Pending)
    );
}

#[test]
fn entries_are_pairs_or_those_of_a_map() {
    fn map<E: wire::Entry<GroupId>>(
        given: impl IntoIterator<Item = E>,
    ) -> BTreeMap<String, GroupId> {
        given.into_iter().map(wire::Entry::into_entry).collect()
    }
    let expected = BTreeMap::from([("a".to_owned(), GroupId::from_static(HEX))]);
    assert_eq!(map([("a", HEX)]), expected);
    assert_eq!(map(vec![("a".to_owned(), HEX.to_owned())]), expected);
    assert_eq!(map(expected.clone()), expected);
}

#[test]
fn lengths_count_code_points() {
    assert!(Name::new("éé").is_ok());
    assert!(Name::new("😀😀😀").is_ok());
    assert!(Name::new("😀").is_err());
    let error = Name::new("abcd").unwrap_err().to_string();
    assert_eq!(
        error,
        "\"abcd\" is not a valid Name: it must have 2 to 3 characters"
    );
}

#[test]
fn bounds_are_inclusive() {
    assert!([1, 500].map(ItemsPerPage::new).iter().all(Result::is_ok));
    assert!([0, 501].map(ItemsPerPage::new).iter().all(Result::is_err));
    assert!(DiskSize::new(1 << 41).is_ok() && DiskSize::new(1).is_err());
    let step = wire::Bounds {
        name: "Step",
        minimum: None,
        maximum: None,
        multiple_of: Some(-5),
    };
    assert!(step.check(10).is_ok() && step.check(i128::MIN).is_err());
    assert!(
        wire::Bounds {
            multiple_of: Some(0),
            ..step
        }
        .check(3)
        .is_err()
    );
    assert!(
        wire::Bounds {
            multiple_of: Some(-1),
            ..step
        }
        .check(i128::MIN)
        .is_ok()
    );
}

#[test]
fn an_error_shows_a_long_value_in_part() {
    let error = GroupId::new("é".repeat(1000)).unwrap_err().to_string();
    assert!(error.chars().count() < 150, "{error}");
}

#[test]
fn an_automaton_begins_anywhere_and_accepts_from_a_state_on() {
    // Rows of the classes `a` (1) and anything else (0): refuses, accepts an odd count of `a`, and
    // accepts an even one.
    static AUTOMATON: wire::Automaton =
        wire::Automaton::new(&[(b'a', b'a', 1)], 2, 4, 2, &[0, 0, 0, 4, 0, 2]);
    for (text, accepted) in [
        ("", true),
        ("a", true),
        ("aa", true),
        ("ab", false),
        ("ba", false),
    ] {
        assert_eq!(AUTOMATON.accepts(text), accepted, "{text:?}");
    }
}

#[test]
fn an_automaton_has_states_beyond_a_byte() {
    // Counts characters modulo 300 and accepts at 299.
    static NEXT: [u16; 300] = {
        let mut next = [0; 300];
        let mut state: u16 = 0;
        while state < 299 {
            next[state as usize] = state + 1;
            state += 1;
        }
        next
    };
    static AUTOMATON: wire::Automaton = wire::Automaton::new(&[], 1, 0, 299, &NEXT);
    assert!(AUTOMATON.accepts(&"a".repeat(299)));
    assert!(AUTOMATON.accepts(&"a".repeat(599)));
    assert!(!AUTOMATON.accepts(&"a".repeat(300)));
}
