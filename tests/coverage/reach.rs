//! What a document has, by its raw value: its operations, and the schemas that they reach.

use std::collections::BTreeSet;

use serde_yaml::Value;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Keys whose values are data, not parts of the document.
const DATA: [&str; 4] = ["default", "enum", "example", "examples"];

/// The JSON Pointer of every operation of every path.
pub(crate) fn operations(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (path, item) in members(&document["paths"]) {
        let place = match item["$ref"].as_str() {
            Some(target) => target.trim_start_matches('#').to_owned(),
            None => format!("/paths/{}", escape(path)),
        };
        for (method, _) in members(at(document, &place)) {
            if METHODS.contains(&method) {
                found.push(format!("{place}/{method}"));
            }
        }
    }
    found
}

/// The key of every schema of `components` that paths lead to by references, in order.
pub(crate) fn schemas(document: &Value) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut front = Vec::new();
    references(&document["paths"], &mut front);
    while let Some(pointer) = front.pop() {
        if seen.insert(pointer.clone()) {
            references(at(document, &pointer), &mut front);
        }
    }
    let keys = seen
        .iter()
        .filter_map(|pointer| pointer.strip_prefix("/components/schemas/"));
    keys.map(str::to_owned).collect()
}

/// Collects what a part of the document refers to, as pointers.
fn references(part: &Value, found: &mut Vec<String>) {
    for (key, value) in members(part) {
        match value {
            // A `$ref`, or what a tag of a discriminator stands for.
            Value::String(target) if target.starts_with("#/") => found.push(target[1..].to_owned()),
            _ if DATA.contains(&key) => {}
            value => references(value, found),
        }
    }
    for item in part.as_sequence().into_iter().flatten() {
        references(item, found);
    }
}

fn at<'d>(document: &'d Value, pointer: &str) -> &'d Value {
    let segments = pointer.split('/').skip(1);
    segments.fold(document, |value, segment| {
        &value[segment.replace("~1", "/").replace("~0", "~").as_str()]
    })
}

fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let members = value.as_mapping().into_iter().flatten();
    members.filter_map(|(key, value)| Some((key.as_str()?, value)))
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
