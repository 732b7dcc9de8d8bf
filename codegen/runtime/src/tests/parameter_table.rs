//! Every place, every style, both values of `explode` and every type of JSON in one table.

use serde_json::{Value, json};

use super::parameters::{Parameter, Style, in_header, in_path, pairs};

/// The values that each row of the table has a cell for.
fn values() -> [Value; 13] {
    [
        json!(null),
        json!(true),
        json!(-7),
        json!(35625.0),
        json!(0.5),
        json!("a b,c"),
        json!(""),
        json!(["a", 1.0, true]),
        json!([]),
        json!(["a", null, "b"]),
        json!({"k": "v", "n": null, "x": 2.0}),
        json!({}),
        json!({"l": ["a", "b"], "o": {"p": 1}}),
    ]
}

fn written(parameter: &Parameter, value: &Value) -> String {
    match parameter {
        Parameter::Path(_) => in_path(parameter, value).into_owned(),
        Parameter::Header(_) => in_header(parameter, value).unwrap_or_default(),
        Parameter::Query(_) | Parameter::Cookie(_) => {
            let pairs = pairs(parameter, value).into_iter();
            let assigned = pairs.map(|(name, value)| [name, value].join("="));
            assigned.collect::<Vec<_>>().join("&")
        }
    }
}

/// `null` and what is empty is left out, which no path allows: an empty text is an error there. Brackets are written
/// as they are in this table, and encoded in the request.
fn check(parameter: Parameter, expected: [&str; 13]) {
    let is_joined = !parameter.is_exploded() || matches!(parameter, Parameter::Path(_));
    for (value, expected) in values().iter().zip(expected) {
        let written = written(&parameter, value);
        let shown = if is_joined && !is_deep(&parameter) {
            written
        } else {
            written.replace("%5B", "[").replace("%5D", "]")
        };
        assert_eq!(shown, expected, "{value}");
    }
}

fn is_deep(parameter: &Parameter) -> bool {
    let value = json!({"k": 1});
    let pairs = pairs(parameter, &value);
    pairs.iter().any(|(name, _)| name.ends_with("%5D"))
}

const LIST_JSON: &str = "%5B%22a%22%2C%22b%22%5D";
const OBJECT_JSON: &str = "%7B%22p%22%3A1%7D";

#[test]
fn form() {
    let exploded = [
        "",
        "p=true",
        "p=-7",
        "p=35625",
        "p=0.5",
        "p=a%20b%2Cc",
        "p=",
        "p=a&p=1&p=true",
        "",
        "p=a&p=b",
        "k=v&x=2",
        "",
        "l=a&l=b&o[p]=1",
    ];
    let nested = format!("p=l,{LIST_JSON},o,{OBJECT_JSON}");
    let joined = [
        "",
        "p=true",
        "p=-7",
        "p=35625",
        "p=0.5",
        "p=a%20b%2Cc",
        "p=",
        "p=a,1,true",
        "",
        "p=a,b",
        "p=k,v,x,2",
        "",
        &nested,
    ];
    for parameter in [Parameter::query("p"), Parameter::cookie("p")] {
        check(parameter, exploded);
        check(parameter.explode(false), joined);
    }
}

#[test]
fn delimited() {
    for (style, sign) in [
        (Style::SpaceDelimited, "%20"),
        (Style::PipeDelimited, "%7C"),
    ] {
        let parameter = Parameter::query("p").style(style);
        let list = ["p=a", "1", "true"].join(sign);
        let two = ["p=a", "b"].join(sign);
        let object = ["p=k", "v", "x", "2"].join(sign);
        let nested = ["p=l", LIST_JSON, "o", OBJECT_JSON].join(sign);
        check(
            parameter.explode(false),
            [
                "",
                "p=true",
                "p=-7",
                "p=35625",
                "p=0.5",
                "p=a%20b%2Cc",
                "p=",
                &list,
                "",
                &two,
                &object,
                "",
                &nested,
            ],
        );
        check(
            parameter,
            [
                "",
                "p=true",
                "p=-7",
                "p=35625",
                "p=0.5",
                "p=a%20b%2Cc",
                "p=",
                "p=a&p=1&p=true",
                "",
                "p=a&p=b",
                "k=v&x=2",
                "",
                "l=a&l=b&o[p]=1",
            ],
        );
    }
}

#[test]
fn deep_object() {
    let parameter = Parameter::query("p").style(Style::DeepObject);
    for explode in [true, false] {
        check(
            parameter.explode(explode),
            [
                "",
                "p=true",
                "p=-7",
                "p=35625",
                "p=0.5",
                "p=a%20b%2Cc",
                "p=",
                "p[]=a&p[]=1&p[]=true",
                "",
                "p[]=a&p[]=b",
                "p[k]=v&p[x]=2",
                "",
                "p[l][]=a&p[l][]=b&p[o][p]=1",
            ],
        );
    }
}

#[test]
fn simple() {
    let nested = format!("l,{LIST_JSON},o,{OBJECT_JSON}");
    let exploded = format!("l={LIST_JSON},o={OBJECT_JSON}");
    let cells = |object, nested| {
        [
            "",
            "true",
            "-7",
            "35625",
            "0.5",
            "a%20b%2Cc",
            "",
            "a,1,true",
            "",
            "a,b",
            object,
            "",
            nested,
        ]
    };
    let path = Parameter::path("p");
    check(path, cells("k,v,x,2", &nested));
    check(path.explode(true), cells("k=v,x=2", &exploded));
    let cells = |object, nested| {
        [
            "", "true", "-7", "35625", "0.5", "a b,c", "", "a,1,true", "", "a,b", object, "",
            nested,
        ]
    };
    let header = Parameter::header("p");
    check(header, cells("k,v,x,2", r#"l,["a","b"],o,{"p":1}"#));
    check(
        header.explode(true),
        cells("k=v,x=2", r#"l=["a","b"],o={"p":1}"#),
    );
}

#[test]
fn label() {
    let nested = format!(".l,{LIST_JSON},o,{OBJECT_JSON}");
    let exploded = format!(".l={LIST_JSON}.o={OBJECT_JSON}");
    let label = Parameter::path("p").style(Style::Label);
    check(
        label,
        [
            "",
            ".true",
            ".-7",
            ".35625",
            ".0.5",
            ".a%20b%2Cc",
            ".",
            ".a,1,true",
            "",
            ".a,b",
            ".k,v,x,2",
            "",
            &nested,
        ],
    );
    check(
        label.explode(true),
        [
            "",
            ".true",
            ".-7",
            ".35625",
            ".0.5",
            ".a%20b%2Cc",
            ".",
            ".a.1.true",
            "",
            ".a.b",
            ".k=v.x=2",
            "",
            &exploded,
        ],
    );
}

#[test]
fn matrix() {
    let nested = format!(";p=l,{LIST_JSON},o,{OBJECT_JSON}");
    let matrix = Parameter::path("p").style(Style::Matrix);
    check(
        matrix,
        [
            "",
            ";p=true",
            ";p=-7",
            ";p=35625",
            ";p=0.5",
            ";p=a%20b%2Cc",
            ";p",
            ";p=a,1,true",
            "",
            ";p=a,b",
            ";p=k,v,x,2",
            "",
            &nested,
        ],
    );
    check(
        matrix.explode(true),
        [
            "",
            ";p=true",
            ";p=-7",
            ";p=35625",
            ";p=0.5",
            ";p=a%20b%2Cc",
            ";p",
            ";p=a;p=1;p=true",
            "",
            ";p=a;p=b",
            ";k=v;x=2",
            "",
            ";l=a;l=b;o%5Bp%5D=1",
        ],
    );
}

/// A list of objects has no form in OpenAPI: each leaf is named.
#[test]
fn a_list_of_objects_numbers_its_items() {
    let value = json!([{"a": 1}, {"b": ["x"]}]);
    let pairs = pairs(&Parameter::query("p"), &value);
    let [first, second] = pairs.as_slice() else {
        panic!("{pairs:?}")
    };
    assert_eq!((&*first.0, &*first.1), ("p%5B0%5D%5Ba%5D", "1"));
    assert_eq!((&*second.0, &*second.1), ("p%5B1%5D%5Bb%5D%5B%5D", "x"));
}
