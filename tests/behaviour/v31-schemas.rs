//! Schemas that only OpenAPI 3.1 can write.

use fixture_v31_schemas::types::{
    Shelf, ShelfAlone, ShelfSides1, ShelfSides2, ShelfMixed, ShelfRest,
};
use serde_json::json;

#[test]
fn an_array_of_no_fixed_length_is_a_list_of_what_its_positions_may_be() {
    let text = json!({
        "label": null,
        "mixed": ["a", 2.5],
        "rest": ["a", true, false],
        "loose": ["a", {"b": []}],
    });
    let shelf: Shelf = serde_json::from_value(text.clone()).unwrap();
    let mixed = [ShelfMixed::String("a".to_owned()), ShelfMixed::Number(2.5)];
    assert_eq!(shelf.mixed.as_deref(), Some(mixed.as_slice()));
    let rest = [
        ShelfRest::String("a".to_owned()),
        ShelfRest::Bool(true),
        ShelfRest::Bool(false),
    ];
    assert_eq!(shelf.rest.as_deref(), Some(rest.as_slice()));
    let mut expected = text;
    expected["kind"] = json!("shelf");
    assert_eq!(serde_json::to_value(shelf).unwrap(), expected);
}

#[test]
fn an_array_of_a_fixed_length_is_a_tuple() {
    let text = json!({
        "point": [1.5, -2.0],
        "line": [[1, "a"], [2, "b"]],
        "sides": [{"x": 7}, "left", null],
        "inner": [{"label": null, "point": [0.5, 0.25]}, "hunter2"],
        "alone": ["a", 3],
        "label": null,
    });
    let shelf: Shelf = serde_json::from_value(text.clone()).unwrap();
    assert_eq!(shelf.point, Some((1.5, -2.0)));
    let line = [(1, "a".to_owned()), (2, "b".to_owned())];
    assert_eq!(shelf.line.as_deref(), Some(line.as_slice()));
    let mut side = ShelfSides1::default();
    side.x = Some(7);
    assert_eq!(shelf.sides, Some((side, ShelfSides2::Left, None)));
    let (inner, secret) = *shelf.inner.clone().unwrap();
    assert_eq!(inner.point, Some((0.5, 0.25)));
    assert_eq!(secret.expose(), "hunter2");
    assert_eq!(shelf.alone, Some(ShelfAlone::Tuple(("a".to_owned(), 3))));
    let printed = format!("{shelf:?}");
    assert!(!printed.contains("hunter2"), "{printed}");
    let mut expected = text;
    expected["kind"] = json!("shelf");
    expected["inner"][0]["kind"] = json!("shelf");
    assert_eq!(serde_json::to_value(shelf).unwrap(), expected);
}

#[test]
fn a_longer_array_is_read_and_a_shorter_one_is_an_error_with_its_place() {
    let shelf: Shelf = serde_json::from_str(r#"{"label": null, "point": [1, 2, "new"]}"#).unwrap();
    assert_eq!(shelf.point, Some((1.0, 2.0)));
    let error = serde_json::from_str::<Shelf>(r#"{"label": null, "line": [[1, "a"], [2]]}"#);
    let error = error.unwrap_err().to_string();
    assert!(error.starts_with("/line/1: item 1 is missing"), "{error}");
}
