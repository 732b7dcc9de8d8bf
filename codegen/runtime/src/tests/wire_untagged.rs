//! Unions whose variants JSON tells apart.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::Secret;
use crate::wire::Test;
use crate::wire::secrets;
use crate::wire::{self, UnknownVariant};

#[derive(Clone)]
struct Cat {
    kind: String,
    name: String,
    lives: Option<i32>,
}
wire::object!(Cat { kind: "kind" required, name: "name" required, lives: "lives" });

#[derive(Clone)]
struct Dog {
    kind: String,
    owner: Option<Box<Pet>>,
    password: Option<Secret>,
}
wire::object!(Dog { kind: "kind" required, owner: "owner", password: "password" });

#[derive(Clone)]
enum Pet {
    Cat(Cat),
    Dog(Dog),
    Name(String),
    Number(i64),
    Share(f64),
    Flag(bool),
    Names(Vec<String>),
    Numbers(Vec<i64>),
    Nothing(Option<String>),
    Unknown(UnknownVariant),
}
wire::untagged_union!(Pet {
    Cat(Cat) = [Test::Object(&["kind", "name"], &[("kind", &[Test::Text(&["cat"])])])],
    Dog(Dog) = [Test::Object(&["kind"], &[("kind", &[Test::Text(&["dog"])])])],
    Name(String) = [Test::Text(&[])],
    Number(i64) = [Test::Integer(&[])],
    Share(f64) = [Test::Number],
    Flag(bool) = [Test::Boolean],
    Names(Vec<String>) = [Test::List(&[Test::Text(&[])])],
    Numbers(Vec<i64>) = [Test::List(&[Test::Integer(&[])])],
    Nothing(Option<String>) = [Test::Null],
});
wire::from_variants!(Pet { Cat(Cat), Name(String) });

fn decode<T: wire::Decode>(json: &str) -> T {
    wire::from_slice(json.as_bytes()).unwrap()
}

fn encode(value: &impl wire::Encode) -> String {
    String::from_utf8(wire::to_vec(value).unwrap()).unwrap()
}

/// The name of the variant that a value is.
fn variant(json: &str) -> &'static str {
    let pet = decode::<Pet>(json);
    assert_eq!(encode(&pet), json);
    match pet {
        Pet::Cat(_) => "cat",
        Pet::Dog(_) => "dog",
        Pet::Name(_) => "name",
        Pet::Number(_) => "number",
        Pet::Share(_) => "share",
        Pet::Flag(_) => "flag",
        Pet::Names(_) => "names",
        Pet::Numbers(_) => "numbers",
        Pet::Nothing(_) => "nothing",
        Pet::Unknown(_) => "unknown",
    }
}

#[test]
fn the_kind_of_json_decides() {
    assert_eq!(variant(r#""Tom""#), "name");
    assert_eq!(variant("true"), "flag");
    assert_eq!(variant("null"), "nothing");
}

#[test]
fn a_whole_number_is_an_integer_before_it_is_a_number() {
    assert_eq!(variant("7"), "number");
    assert_eq!(variant("7.5"), "share");
    assert_eq!(decode::<Pet>("7.0"), Pet::Number(7));
}

#[test]
fn keys_and_constants_tell_objects_apart() {
    assert_eq!(variant(r#"{"kind":"cat","name":"Tom"}"#), "cat");
    assert_eq!(variant(r#"{"kind":"dog"}"#), "dog");
    assert_eq!(
        variant(r#"{"kind":"dog","owner":{"kind":"cat","name":"Tom","lives":9}}"#),
        "dog"
    );
}

#[test]
fn items_tell_arrays_apart_unless_there_are_none() {
    assert_eq!(variant(r#"["a","b"]"#), "names");
    assert_eq!(variant("[1,2]"), "numbers");
    assert_eq!(variant("[]"), "unknown");
    assert_eq!(variant(r#"["a",1]"#), "unknown");
}

#[test]
fn what_passes_for_no_variant_is_kept() {
    for json in [
        r#"{"kind":"cow","name":"Elsa","z":1,"a":[1.5,null]}"#,
        r#"{"kind":"cat"}"#,
        r#"{"name":"Tom"}"#,
        r#"{"kind":7,"name":"Tom"}"#,
        "{}",
        "[null]",
    ] {
        assert_eq!(variant(json), "unknown");
    }
}

#[test]
fn an_error_in_a_variant_is_an_error_with_its_path() {
    let json = r#"{"kind":"dog","owner":{"kind":"cat","name":5}}"#;
    let error = wire::from_slice::<Pet>(json.as_bytes()).unwrap_err();
    assert_eq!(error.path(), "/owner/name");
    let secret = r#"{"kind":"dog","password":{"hunter":2}}"#;
    let error = wire::from_slice::<Pet>(secret.as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "/password: not a valid value for a secret"
    );
}

#[test]
fn an_unknown_variant_reads_as_any_type_that_a_caller_asks_for() {
    let Pet::Unknown(raw) = decode(r#"{"kind":"cow","name":"Elsa"}"#) else {
        panic!("a cow is no pet")
    };
    assert_eq!(raw.decode::<Cat>().unwrap().name, "Elsa");
    let error = raw.decode::<BTreeMap<String, i64>>().unwrap_err();
    assert_eq!(error.to_string(), "invalid type: a string, expected i64");
    let Pet::Unknown(raw) = decode(r#"[{"kind":"cat","name":5}]"#) else {
        panic!("a list of pets is no pet")
    };
    let error = raw.decode::<Vec<Cat>>().unwrap_err().to_string();
    assert!(error.starts_with("/name: invalid type"), "{error}");
}

#[test]
fn variants_are_made_and_printed_as_what_they_hold() {
    assert_eq!(encode(&Pet::from("Tom".to_owned())), r#""Tom""#);
    assert_eq!(format!("{:?}", Pet::Number(7)), "7");
    let unknown = Pet::Unknown(UnknownVariant::new(json!({"token": "hunter2"})));
    assert_eq!(format!("{unknown:?}"), "UnknownVariant { .. }");
    let dog = decode::<Pet>(r#"{"kind":"dog","password":"hunter2"}"#);
    assert!(!format!("{dog:?}").contains("hunter2"));
}

#[test]
fn what_may_be_secret_is_found() {
    let list = vec![
        decode::<Pet>(r#"{"kind":"dog","password":"hunter2","owner":{"kind":"cow"}}"#),
        decode::<Pet>("[]"),
    ];
    assert_eq!(secrets::secrets(&list), ["/0/owner", "/0/password", "/1"]);
}

#[test]
fn serde_of_any_format_reads_and_writes_the_same() {
    let json = json!([{"kind": "cat", "name": "Tom"}, 7, "Tom", {"new": true}]);
    let pets: Vec<Pet> = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&pets).unwrap(), json);
}

mod specific {
    //! Values that pass for several variants.

    use super::*;

    #[derive(Clone)]
    struct Base {
        id: i32,
        note: Option<String>,
    }
    wire::object!(Base { id: "id" required, note: "note" });

    #[derive(Clone)]
    struct Full {
        id: i32,
        size: i32,
    }
    wire::object!(Full { id: "id" required, size: "size" required });

    #[derive(Clone)]
    enum Record {
        Base(Base),
        Full(Full),
        Free(BTreeMap<String, Value>),
        Level(String),
        Text(String),
        Unknown(UnknownVariant),
    }
    wire::untagged_union!(Record {
        Base(Base) = [Test::Object(&["id"], &[])],
        Full(Full) = [Test::Object(&["id", "size"], &[])],
        Free(BTreeMap<String, Value>) = [Test::Object(&[], &[])],
        Level(String) = [Test::Text(&["low", "high"])],
        Text(String) = [Test::Text(&[])],
    });

    #[test]
    fn more_required_keys_win() {
        assert!(matches!(decode(r#"{"id":1,"size":2}"#), Record::Full(_)));
        assert!(matches!(decode(r#"{"id":1}"#), Record::Base(_)));
        assert!(matches!(decode(r#"{"size":1}"#), Record::Free(_)));
    }

    #[test]
    fn a_variant_never_wins_that_would_lose_a_key_which_another_declares() {
        let json = r#"{"id":1,"note":"n","size":2}"#;
        let record = decode::<Record>(json);
        assert!(matches!(record, Record::Unknown(_)), "{record:?}");
        assert_eq!(encode(&record), json);
    }

    #[test]
    fn a_listed_string_wins_over_any_string() {
        assert!(matches!(decode(r#""low""#), Record::Level(_)));
        assert!(matches!(decode(r#""medium""#), Record::Text(_)));
    }

    #[derive(Clone)]
    struct Left {
        left: Option<i32>,
        both: Option<i32>,
    }
    wire::object!(Left {
        left: "left",
        both: "both"
    });

    #[derive(Clone)]
    struct Right {
        both: Option<i32>,
        right: Option<i32>,
    }
    wire::object!(Right {
        both: "both",
        right: "right"
    });

    #[derive(Clone)]
    enum Side {
        Left(Left),
        Right(Right),
        Unknown(UnknownVariant),
    }
    wire::untagged_union!(Side { Left(Left) = [Test::Object(&[], &[])], Right(Right) = [Test::Object(&[], &[])] });

    #[test]
    fn declared_keys_decide_where_nothing_is_required() {
        assert!(matches!(decode(r#"{"left":1,"both":2}"#), Side::Left(_)));
        assert!(matches!(decode(r#"{"right":1,"new":2}"#), Side::Right(_)));
        for json in [
            "{}",
            r#"{"both":1}"#,
            r#"{"new":1}"#,
            r#"{"left":1,"right":1}"#,
        ] {
            let side = decode::<Side>(json);
            assert!(matches!(side, Side::Unknown(_)), "{json}");
            assert_eq!(encode(&side), json);
        }
    }

    #[derive(Clone)]
    enum Twice {
        One(i64),
        Other(i64),
        Unknown(UnknownVariant),
    }
    wire::untagged_union!(Twice { One(i64) = [Test::Integer(&[])], Other(i64) = [Test::Integer(&[])] });

    #[test]
    fn the_first_of_two_equals_does_not_win() {
        let value = decode::<Twice>("1");
        assert_eq!(value, Twice::Unknown(UnknownVariant::new(json!(1))));
        assert_eq!(encode(&Twice::One(1)), encode(&Twice::Other(1)));
    }

    #[derive(Clone)]
    enum Nested {
        Side(Side),
        Many(Vec<Nested>),
        Unknown(UnknownVariant),
    }
    wire::untagged_union!(Nested {
        Side(Side) = [Test::Object(&["left"], &[]), Test::Object(&["right"], &[])],
        Many(Vec<Nested>) = [Test::List(&[])],
    });

    #[derive(Clone)]
    enum Lists {
        Texts(Vec<String>),
        Any(Vec<Value>),
        Unknown(UnknownVariant),
    }
    wire::untagged_union!(Lists {
        Texts(Vec<String>) = [Test::List(&[Test::Text(&[])])],
        Any(Vec<Value>) = [Test::List(&[])],
    });

    #[test]
    fn an_array_of_something_wins_over_an_array_of_anything() {
        assert!(matches!(decode(r#"["a"]"#), Lists::Texts(_)));
        assert!(matches!(decode("[]"), Lists::Texts(_)));
        assert!(matches!(decode("[1]"), Lists::Any(_)));
    }

    #[test]
    fn unions_nest() {
        let json = r#"[{"left":1},[{"right":2}],{"new":3},[]]"#;
        let value = decode::<Nested>(json);
        assert_eq!(encode(&value), json);
        let Nested::Many(items) = value else {
            panic!("{value:?}")
        };
        assert!(matches!(items[0], Nested::Side(Side::Left(_))));
        assert!(matches!(items[2], Nested::Unknown(_)));
    }

    #[derive(Clone)]
    enum Tagged {
        Side(Side),
        Unknown(UnknownVariant),
    }
    wire::tagged_union!(Tagged, "left" { Side(Side) = "side" });

    #[test]
    fn a_tag_is_seen_by_the_union_inside() {
        let json = r#"{"left":"side","new":1}"#;
        let error = wire::from_slice::<Tagged>(json.as_bytes()).unwrap_err();
        assert_eq!(error.path(), "/left", "the inner union saw the tag");
        let inner = Side::Unknown(UnknownVariant::new(json!({"left": "other", "b": 1})));
        assert_eq!(encode(&Tagged::Side(inner)), r#"{"left":"side","b":1}"#);
    }
}
