//! Queries (RFC 9535) in a document.

use indexmap::IndexSet;
use serde_json::Value as Json;
use serde_json_path::JsonPath;
use serde_yaml::Value;

use super::findings::Findings;
use crate::diagnostic::{Code, Diagnostic, Pointer};
use crate::load::grammar::Located;

/// The expression in an overlay.
pub(super) fn parse(expression: &Located<&str>, findings: &mut Findings<'_>) -> Option<JsonPath> {
    JsonPath::parse(expression.value)
        .map_err(|error| {
            let message = format!(
                "`{}` is not a JSONPath: {}",
                expression.value,
                error.message()
            );
            findings.report(
                Diagnostic::error(Code::InvalidOverlay, &expression.at, message)
                    .help("RFC 9535 defines the syntax, such as `$.paths['/pets'].get`"),
            );
        })
        .ok()
}

/// The places that an expression selects, each once, in its order.
pub(super) fn select(path: &JsonPath, document: &Json) -> Vec<Pointer> {
    let nodes = path.query_located(document);
    let pointers = nodes.iter().map(|node| node.location().to_json_pointer());
    let places: IndexSet<_> = pointers.map(|text| Pointer::parse(&text)).collect();
    places.into_iter().collect()
}

/// A value in the form that can be queried.
pub(super) fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Bool(*flag),
        Value::Number(number) => number_of(number),
        Value::String(text) => Json::String(text.clone()),
        Value::Sequence(items) => items.iter().map(json).collect(),
        Value::Mapping(members) => {
            let members = members.iter();
            let entries = members.filter_map(|(key, value)| Some((key.as_str()?, json(value))));
            entries
                .map(|(key, value)| (key.to_owned(), value))
                .collect()
        }
        Value::Tagged(tagged) => json(&tagged.value),
    }
}

fn number_of(number: &serde_yaml::Number) -> Json {
    let whole = number.as_i64().map(Json::from);
    let large = || number.as_u64().map(Json::from);
    let fraction = || number.as_f64().map(Json::from);
    whole.or_else(large).or_else(fraction).unwrap_or(Json::Null)
}
