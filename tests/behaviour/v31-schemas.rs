//! Schemas that only OpenAPI 3.1 can write.

use fixture_v31_schemas::types::{Shelf, ShelfMixed, ShelfRest};
use serde_json::json;

#[test]
fn a_tuple_is_a_list_of_what_its_positions_may_be() {
    let text = json!({
        "label": null,
        "point": [1.5, -2.0],
        "mixed": ["a", 2.5],
        "rest": ["a", true, false],
        "loose": ["a", {"b": []}],
    });
    let shelf: Shelf = serde_json::from_value(text.clone()).unwrap();
    assert_eq!(shelf.point, Some(vec![1.5, -2.0]));
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
