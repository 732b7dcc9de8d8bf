//! The operations of a document and the schemas that they reach, read from the raw value.

use std::collections::BTreeSet;

use serde_yaml::Value;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Keys whose values are data, not parts of the document.
const DATA: [&str; 4] = ["default", "enum", "example", "examples"];

/// A reference to a part of the document, by `$ref` or by the mapping of a discriminator.
pub(crate) struct Reference {
    /// The JSON Pointer of the object that contains it.
    pub(crate) place: String,
    /// The JSON Pointer of its target.
    pub(crate) target: String,
}

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

/// The key of every schema of `components` that operations reach, sorted.
pub(crate) fn schemas(document: &Value) -> BTreeSet<String> {
    references(document)
        .iter()
        .filter_map(|it| it.target.strip_prefix("/components/schemas/"))
        .map(str::to_owned)
        .collect()
}

/// Every reference in the paths and in the parts that they reach.
pub(crate) fn references(document: &Value) -> Vec<Reference> {
    let mut found = Vec::new();
    collect("/paths", &document["paths"], &mut found);
    let mut seen = BTreeSet::new();
    let mut next = 0;
    while let Some(reference) = found.get(next) {
        let target = reference.target.clone();
        if seen.insert(target.clone()) {
            collect(&target, at(document, &target), &mut found);
        }
        next += 1;
    }
    found
}

/// Collects the references in a part of the document.
fn collect(place: &str, part: &Value, found: &mut Vec<Reference>) {
    for (key, value) in members(part) {
        match value {
            Value::String(target) if target.starts_with("#/") => found.push(Reference {
                place: place.to_owned(),
                target: target[1..].to_owned(),
            }),
            _ if DATA.contains(&key) => {}
            value => collect(&format!("{place}/{}", escape(key)), value, found),
        }
    }
    for (index, item) in part.as_sequence().into_iter().flatten().enumerate() {
        collect(&format!("{place}/{index}"), item, found);
    }
}

/// The value at a JSON Pointer, null if there is none.
pub(crate) fn at<'d>(document: &'d Value, pointer: &str) -> &'d Value {
    let segments = pointer.split('/').skip(1);
    segments.fold(document, |value, segment| match segment.parse::<usize>() {
        Ok(index) if value.is_sequence() => &value[index],
        _ => &value[segment.replace("~1", "/").replace("~0", "~").as_str()],
    })
}

pub(crate) fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let members = value.as_mapping().into_iter().flatten();
    members.filter_map(|(key, value)| Some((key.as_str()?, value)))
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
