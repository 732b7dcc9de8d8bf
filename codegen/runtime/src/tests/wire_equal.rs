use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::Secret;
use crate::wire::Test;
use crate::wire::{self, Decode, Patch, UnknownVariant};

#[derive(Clone, Default)]
struct Leaf {
    number: f64,
    text: Option<String>,
}
wire::object!(Leaf { number: "number" required, text: "text" });

#[derive(Clone, Default)]
struct Other {
    number: f64,
}
wire::object!(Other { number: "number" required });

#[derive(Clone)]
enum Either {
    Leaf(Leaf),
    Other(Other),
    Unknown(UnknownVariant),
}
wire::tagged_union!(Either, "kind" { Leaf(Leaf) = "leaf", Other(Other) = "other" });

#[derive(Clone)]
enum Loose {
    Text(String),
    Number(f64),
    Unknown(UnknownVariant),
}
wire::untagged_union!(Loose { Text(String) = [Test::Text(&[])], Number(f64) = [Test::Number] });

#[derive(Clone, Default)]
struct Tree {
    leaf: Leaf,
    leaves: Vec<Leaf>,
    either: Option<Either>,
    loose: Option<Loose>,
    patch: Patch<bool>,
    any: Value,
    secret: Option<Secret>,
    rest: BTreeMap<String, i32>,
}
wire::object!(Tree {
    leaf: "leaf" required,
    leaves: "leaves",
    either: "either",
    loose: "loose",
    patch: "patch",
    any: "any",
    secret: "secret",
} ..rest);

fn read<T: Decode>(json: &Value) -> T {
    wire::from_slice(json.to_string().as_bytes()).unwrap()
}

/// One of each, all different.
fn trees() -> Vec<Tree> {
    let leaf = json!({"number": 1.5});
    let bodies = [
        json!({"leaf": leaf}),
        json!({"leaf": {"number": 2.5}}),
        json!({"leaf": {"number": 1.5, "text": ""}}),
        json!({"leaf": leaf, "leaves": [leaf]}),
        json!({"leaf": leaf, "leaves": [leaf, leaf]}),
        json!({"leaf": leaf, "either": {"kind": "leaf", "number": 0}}),
        json!({"leaf": leaf, "either": {"kind": "other", "number": 0}}),
        json!({"leaf": leaf, "either": {"kind": "new", "number": 0}}),
        json!({"leaf": leaf, "either": {"kind": "newer", "number": 0}}),
        json!({"leaf": leaf, "loose": "1"}),
        json!({"leaf": leaf, "loose": 1}),
        json!({"leaf": leaf, "loose": [1]}),
        json!({"leaf": leaf, "patch": null}),
        json!({"leaf": leaf, "patch": true}),
        json!({"leaf": leaf, "any": [1]}),
        json!({"leaf": leaf, "any": {"a": 1}}),
        json!({"leaf": leaf, "secret": "s"}),
        json!({"leaf": leaf, "secret": "t"}),
        json!({"leaf": leaf, "more": 1}),
        json!({"leaf": leaf, "more": 2}),
        json!({"leaf": leaf, "less": 1}),
        json!({"leaf": leaf, "less": 1, "more": 1}),
    ];
    bodies.iter().map(read).collect()
}

#[test]
fn values_are_equal_when_nothing_differs() {
    let (some, others) = (trees(), trees());
    for (index, one) in some.iter().enumerate() {
        for (other_index, other) in others.iter().enumerate() {
            assert_eq!(one == other, index == other_index, "{one:?} and {other:?}");
        }
    }
}

#[test]
fn the_order_of_keys_is_no_difference() {
    let one: Tree = read(&json!({"leaf": {"number": 1, "text": "t"}, "a": 1, "b": 2}));
    let other: Tree = read(&json!({"b": 2, "a": 1, "leaf": {"text": "t", "number": 1}}));
    assert_eq!(one, other);
}

#[test]
fn what_is_no_number_equals_nothing() {
    let leaf = Leaf {
        number: f64::NAN,
        text: None,
    };
    assert_ne!(leaf, leaf.clone());
}
