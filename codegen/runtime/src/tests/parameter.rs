use serde_json::{Value, json};

use super::parameters::{Parameter, Style, in_header, in_path, pairs};
use crate::call::form::pairs as form;
use crate::call::path_template as path;
use crate::call::query::Query;
use crate::call::styled_form::styled;
use crate::call::{deep_object, json_query, query as field};

fn query(parameter: Parameter, value: &Value) -> String {
    let pairs = pairs(&parameter, value);
    pairs
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join("&")
}

fn list() -> Value {
    json!(["blue", "black", "brown"])
}

fn object() -> Value {
    json!({"R": 100, "G": 200, "B": 150})
}

/// The examples of OAS 3.0, Style Examples.
#[test]
fn styles_of_queries_are_those_of_the_specification() {
    let color = Parameter::query("color");
    let joined = color.explode(false);
    let spaced = joined.style(Style::SpaceDelimited);
    let piped = joined.style(Style::PipeDelimited);
    let deep = color.style(Style::DeepObject);
    let cases = [
        (color, json!("blue"), "color=blue"),
        (color, json!(""), "color="),
        (color, list(), "color=blue&color=black&color=brown"),
        (color, object(), "R=100&G=200&B=150"),
        (joined, list(), "color=blue,black,brown"),
        (joined, object(), "color=R,100,G,200,B,150"),
        (spaced, list(), "color=blue%20black%20brown"),
        (spaced, object(), "color=R%20100%20G%20200%20B%20150"),
        (piped, list(), "color=blue%7Cblack%7Cbrown"),
        (piped, object(), "color=R%7C100%7CG%7C200%7CB%7C150"),
        (
            deep,
            object(),
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
        ),
        (
            Parameter::cookie("color").explode(false),
            object(),
            "color=R,100,G,200,B,150",
        ),
    ];
    for (parameter, value, expected) in cases {
        assert_eq!(query(parameter, &value), expected);
    }
}

#[test]
fn styles_of_paths_are_those_of_the_specification() {
    let color = Parameter::path("color");
    let (label, matrix) = (color.style(Style::Label), color.style(Style::Matrix));
    let cases = [
        (color, list(), "blue,black,brown"),
        (color, object(), "R,100,G,200,B,150"),
        (color.explode(true), list(), "blue,black,brown"),
        (color.explode(true), object(), "R=100,G=200,B=150"),
        (label, json!("blue"), ".blue"),
        (label, list(), ".blue,black,brown"),
        (label.explode(true), list(), ".blue.black.brown"),
        (label, object(), ".R,100,G,200,B,150"),
        (label.explode(true), object(), ".R=100.G=200.B=150"),
        (matrix, json!("blue"), ";color=blue"),
        (matrix, json!(""), ";color"),
        (matrix, list(), ";color=blue,black,brown"),
        (matrix, object(), ";color=R,100,G,200,B,150"),
        (
            matrix.explode(true),
            list(),
            ";color=blue;color=black;color=brown",
        ),
        (matrix.explode(true), object(), ";R=100;G=200;B=150"),
    ];
    for (parameter, value, expected) in cases {
        assert_eq!(in_path(&parameter, &value), expected);
    }
}

#[test]
fn styles_of_headers_are_those_of_the_specification() {
    let color = Parameter::header("color");
    let written = |parameter, value| in_header(&parameter, &value).unwrap();
    assert_eq!(written(color, list()), "blue,black,brown");
    assert_eq!(written(color, object()), "R,100,G,200,B,150");
    assert_eq!(written(color.explode(true), object()), "R=100,G=200,B=150");
}

#[test]
fn values_are_encoded_where_they_are_in_a_url() {
    let value = json!("a b&c=d/é");
    assert_eq!(
        query(Parameter::query("q[]"), &value),
        "q%5B%5D=a%20b%26c%3Dd%2F%C3%A9"
    );
    let header = |value| in_header(&Parameter::header("x"), value).unwrap();
    assert_eq!(header(&value), "a b&c=d/é");
    assert_eq!(header(&json!([true, 1.5])), "true,1.5");
    let json = Parameter::query("q").style(Style::Json);
    assert_eq!(query(json, &json!({"a": [1]})), "q=%7B%22a%22%3A%5B1%5D%7D");
}

/// What OAS 3.0 leaves open: lists and objects in an object.
#[test]
fn a_deep_object_names_each_leaf() {
    let deep = Parameter::query("f").style(Style::DeepObject);
    let cases = [
        (json!({"a": {"b": {"c": 1}}}), "f[a][b][c]=1"),
        (
            json!({"ids": ["x", "y"], "n": null}),
            "f[ids][]=x&f[ids][]=y",
        ),
        (json!(["a", "b"]), "f[]=a&f[]=b"),
        (
            json!([{"p": 1, "q": ["z"]}, {"p": 2}]),
            "f[0][p]=1&f[0][q][]=z&f[1][p]=2",
        ),
        (json!("all"), "f=all"),
        (json!({}), ""),
    ];
    for (value, expected) in cases {
        let expected = expected.replace('[', "%5B").replace(']', "%5D");
        assert_eq!(query(deep, &value), expected);
    }
}

#[test]
fn reserved_characters_stay_where_the_document_allows_them() {
    let open = Parameter::query("p").reserved();
    let value = json!("/a:b?c=d;(e),*'f'@$!");
    assert_eq!(query(open, &value), "p=/a:b?c=d;(e),*'f'@$!");
    // What would begin another pair or the fragment, and what is encoded already.
    assert_eq!(
        query(open, &json!("a&b#c+d%2F[e] é")),
        "p=a%26b%23c%2Bd%252F%5Be%5D%20%C3%A9"
    );
    assert_eq!(query(open, &json!(["a/b", "c/d"])), "p=a/b&p=c/d");
}

#[test]
fn a_list_without_elements_is_not_sent() {
    assert_eq!(query(Parameter::query("q"), &json!([])), "");
    assert_eq!(query(Parameter::query("q").explode(false), &json!([])), "");
}

#[test]
fn a_form_repeats_lists_and_leaves_out_null() {
    let pairs = form(
        &json!({"grant_type": "x y", "scope": ["a", "b"], "none": null}),
        &|_, _| None,
    );
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        pairs,
        [("grant_type", "x%20y"), ("scope", "a"), ("scope", "b")]
    );
}

#[test]
fn a_form_is_written_as_its_styles_say() {
    let styles = [
        Query {
            explode: false,
            ..field("tags")
        },
        Query {
            style: deep_object,
            ..field("filter")
        },
        Query {
            style: json_query,
            ..field("size")
        },
    ];
    let size = json!({"w": 1});
    let value = json!({"tags": ["a", "b"], "filter": {"k": "v"}, "size": size, "raw": size});
    let pairs: Vec<_> = form(&value, &|key, value| styled(&styles, key, value))
        .into_iter()
        .map(|(name, value)| [name, value].join("="))
        .collect();
    assert_eq!(
        pairs,
        [
            "tags=a,b",
            "filter%5Bk%5D=v",
            "size=%7B%22w%22%3A1%7D",
            "raw=%7B%22w%22%3A1%7D"
        ]
    );
}

#[test]
fn a_path_is_filled_in_between_its_braces() {
    let value = [("b", "B".into()), ("d", "D".into())];
    assert_eq!(
        path::fill("", "/a/{b}/c-{d}.json", &value).unwrap(),
        "/a/B/c-D.json"
    );
    assert_eq!(path::fill("", "/a", &value).unwrap(), "/a");
    assert_eq!(
        path::fill("", "/{missing}", &value).unwrap_err(),
        "the path parameter `missing` is not set"
    );
    let dot = [("a", ".".into()), ("b", ".".into())];
    assert!(path::fill("", "/{a}{b}/c", &dot).is_err());
    assert_eq!(path::fill("", "/{a}json", &dot).unwrap(), "/.json");
}
