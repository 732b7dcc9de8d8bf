use serde_json::{Value, json};

use crate::operation::{Parameter, Style};
use crate::parameter::{form, in_header, in_path, pairs};
use crate::path;

fn query(parameter: Parameter, value: &Value) -> String {
    let pairs = pairs(&parameter, value);
    pairs
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join("&")
}

/// The examples of OAS 3.0, Style Examples.
#[test]
fn styles_are_those_of_the_specification() {
    let list = json!(["blue", "black", "brown"]);
    let object = json!({"R": 100, "G": 200, "B": 150});
    let color = Parameter::query("color");
    assert_eq!(query(color, &json!("blue")), "color=blue");
    assert_eq!(query(color, &json!("")), "color=");
    assert_eq!(query(color, &list), "color=blue&color=black&color=brown");
    assert_eq!(query(color, &object), "R=100&G=200&B=150");
    let joined = color.explode(false);
    assert_eq!(query(joined, &list), "color=blue,black,brown");
    assert_eq!(query(joined, &object), "color=R,100,G,200,B,150");
    assert_eq!(
        query(joined.style(Style::SpaceDelimited), &list),
        "color=blue%20black%20brown"
    );
    assert_eq!(
        query(joined.style(Style::PipeDelimited), &list),
        "color=blue%7Cblack%7Cbrown"
    );
    let deep = color.style(Style::DeepObject);
    assert_eq!(
        query(deep, &object),
        "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"
    );

    let color = Parameter::path("color");
    assert_eq!(in_path(&color, &list), "blue,black,brown");
    assert_eq!(in_path(&color, &object), "R,100,G,200,B,150");
    assert_eq!(in_path(&color.explode(true), &object), "R=100,G=200,B=150");
    let label = color.style(Style::Label);
    assert_eq!(in_path(&label, &json!("blue")), ".blue");
    assert_eq!(in_path(&label.explode(true), &object), ".R=100.G=200.B=150");
    let matrix = color.style(Style::Matrix);
    assert_eq!(in_path(&matrix, &json!("blue")), ";color=blue");
    assert_eq!(in_path(&matrix, &list), ";color=blue,black,brown");
    assert_eq!(
        in_path(&matrix.explode(true), &list),
        ";color=blue;color=black;color=brown"
    );
    assert_eq!(
        in_path(&matrix.explode(true), &object),
        ";R=100;G=200;B=150"
    );
}

#[test]
fn values_are_encoded_where_they_are_in_a_url() {
    let value = json!("a b&c=d/é");
    assert_eq!(
        query(Parameter::query("q[]"), &value),
        "q%5B%5D=a%20b%26c%3Dd%2F%C3%A9"
    );
    assert_eq!(in_header(&Parameter::header("x"), &value), "a b&c=d/é");
    assert_eq!(
        in_header(&Parameter::header("x"), &json!([true, 1.5])),
        "true,1.5"
    );
    let json = Parameter::query("q").style(Style::Json);
    assert_eq!(query(json, &json!({"a": [1]})), "q=%7B%22a%22%3A%5B1%5D%7D");
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
        &[],
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
        Parameter::query("tags").explode(false),
        Parameter::query("filter").style(Style::DeepObject),
        Parameter::query("size").style(Style::Json),
    ];
    let size = json!({"w": 1});
    let value = json!({"tags": ["a", "b"], "filter": {"k": "v"}, "size": size, "raw": size});
    let pairs: Vec<_> = form(&value, &styles)
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
    let value = |name: &str| (name != "missing").then(|| name.to_uppercase().into());
    assert_eq!(
        path::fill("", "/a/{b}/c-{d}.json", &value).unwrap(),
        "/a/B/c-D.json"
    );
    assert_eq!(path::fill("", "/a", &value).unwrap(), "/a");
    assert_eq!(
        path::fill("", "/{missing}", &value).unwrap_err(),
        "the path parameter `missing` is not set"
    );
    let dot = |_: &str| Some(".".into());
    assert!(path::fill("", "/{a}{b}/c", &dot).is_err());
    assert_eq!(path::fill("", "/{a}json", &dot).unwrap(), "/.json");
}
