//! The curated document as plain JSON values, read without the generator: what tests compare the client with.

use std::sync::LazyLock;

use serde_json::Value;

/// An example of the document.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// The id of the operation.
    pub(crate) operation: String,
    /// `request`, or the status of the response as the document writes it.
    pub(crate) place: String,
    /// Its key under `examples`; `example` for the only one.
    pub(crate) name: String,
    pub(crate) value: Value,
}

/// The document, read once: most tests look something up in it.
pub(crate) static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../spec/atlas-private-endpoints.yaml"
    );
    let text = std::fs::read_to_string(path).unwrap();
    serde_yaml::from_str(&text).unwrap()
});

/// Every example of every body, in the order of the document.
pub(crate) fn examples() -> Vec<Example> {
    let items = DOCUMENT["paths"].as_object().unwrap().values();
    let members = items.flat_map(|item| item.as_object().unwrap().values());
    members
        .filter(|member| member["operationId"].is_string())
        .flat_map(examples_of)
        .collect()
}

/// The examples of one operation in one place.
pub(crate) fn examples_at(operation: &str, place: &str) -> Vec<Example> {
    let wanted = |example: &Example| example.operation == operation && example.place == place;
    examples().into_iter().filter(wanted).collect()
}

fn examples_of(operation: &Value) -> Vec<Example> {
    let id = operation["operationId"].as_str().unwrap();
    let request = ("request", &operation["requestBody"]);
    let responses = operation["responses"].as_object().unwrap();
    let responses = responses
        .iter()
        .map(|(status, body)| (status.as_str(), body));
    std::iter::once(request)
        .chain(responses)
        .flat_map(|(place, body)| {
            bodies(resolved(body))
                .into_iter()
                .map(move |(name, value)| Example {
                    operation: id.to_owned(),
                    place: place.to_owned(),
                    name,
                    value,
                })
        })
        .collect()
}

/// The examples of a request body or response, with their names.
fn bodies(body: &Value) -> Vec<(String, Value)> {
    let content = body["content"].as_object().into_iter();
    content
        .flat_map(serde_json::Map::values)
        .flat_map(|media_type| {
            let single = media_type
                .get("example")
                .map(|value| ("example".to_owned(), value.clone()));
            let named = media_type.get("examples").and_then(Value::as_object);
            let named = named.into_iter().flatten();
            single
                .into_iter()
                .chain(named.map(|(name, it)| (name.clone(), it["value"].clone())))
        })
        .collect()
}

/// What a `$ref` within the document leads to, or the value itself.
fn resolved(value: &Value) -> &Value {
    match value.get("$ref").and_then(Value::as_str) {
        Some(reference) => DOCUMENT.pointer(reference.trim_start_matches('#')).unwrap(),
        None => value,
    }
}
