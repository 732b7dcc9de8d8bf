//! Bodies that cost more than their size says.

use serde_json::Value;

use super::support::{Memory, create};
use crate::wire::Test;
use crate::wire::json;
use crate::wire::parse::parse_within;
use crate::wire::{self, UnknownVariant};

#[derive(Clone)]
struct Leaf {
    a: Option<String>,
}
wire::object!(Leaf { a: "a" });

/// Layers of two alternatives each, both of which every object passes and both of which lead to the next layer.
macro_rules! layers {
    ($name:ident, $next:ident $(, $rest:ident)*) => {
        #[derive(Clone)]
        enum $name {
            Left(Box<$next>),
            Right(Box<$next>),
            Unknown(UnknownVariant),
        }
        wire::untagged_union!($name {
            Left(Box<$next>) = [Test::Object(&[], &[])],
            Right(Box<$next>) = [Test::Object(&[], &[])],
        });
        layers!($next $(, $rest)*);
    };
    ($name:ident) => {
        #[derive(Clone)]
        enum $name {
            Leaf(Leaf),
            Text(String),
            Unknown(UnknownVariant),
        }
        wire::untagged_union!($name {
            Leaf(Leaf) = [Test::Object(&[], &[])],
            Text(String) = [Test::Text(&[])],
        });
    };
}
layers!(
    A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, C0, C1, C2, C3,
    C4, C5, C6, C7, C8, C9, D0, D1, D2, D3, D4, D5, D6, D7, D8, D9
);

#[test]
fn alternatives_in_alternatives_are_looked_at_once() {
    // With forty layers there are 2^40 ways through them.
    let value: A0 = wire::from_slice(br#"{"a":"b"}"#).unwrap();
    assert!(matches!(value, A0::Unknown(_)), "both fit equally well");
    let value: D9 = wire::from_slice(br#"{"a":"b"}"#).unwrap();
    let D9::Leaf(leaf) = value else {
        panic!("an object is the leaf");
    };
    assert_eq!(leaf.a.as_deref(), Some("b"));
}

#[test]
fn a_byte_order_mark_is_no_part_of_json() {
    let json = b"\xef\xbb\xbf{\"a\":\"b\"}";
    let leaf: Leaf = wire::from_slice(json).unwrap();
    assert_eq!(leaf.a.as_deref(), Some("b"));
    let value: Value = parse_within(json, 1 << 20).unwrap();
    assert_eq!(value["a"], "b");
    wire::from_slice::<Leaf>(b"\xef\xbb\xbf\xef\xbb\xbf{}").unwrap_err();
}

#[tokio::test]
async fn responses_and_errors_may_begin_with_a_byte_order_mark() {
    let memory = Memory::json(200, "\u{feff}{\"cloudProvider\":\"AWS\"}");
    create(&memory.client()).send().await.unwrap();
    let memory = Memory::json(404, "\u{feff}{\"errorCode\":\"GONE\"}");
    let error = create(&memory.client()).send().await.unwrap_err();
    assert_eq!(error.error_code(), Some("GONE"));
    let memory = Memory::json(200, "\u{feff}");
    let error = create(&memory.client()).send().await.unwrap_err();
    assert!(error.is_decode(), "{error:?}");
}
