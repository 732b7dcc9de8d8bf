//! Descriptions of calls, for in-memory transports.

use serde_json::{Map, Value, json};

/// The description of a call: the id of its operation and the parameters that it sends, by name.
pub(crate) fn description(operation: &str, parameters: &Map<String, Value>) -> Value {
    json!({ "operation": operation, "parameters": parameters })
}

/// Adds the description to the request, as an extension that is not sent.
pub(crate) fn described(
    request: reqwest::Request,
    description: Value,
) -> Result<reqwest::Request, String> {
    let described = http::Request::try_from(request).and_then(|mut request| {
        request.extensions_mut().insert(description);
        reqwest::Request::try_from(request)
    });
    described.map_err(|error| format!("the URL: {}", error.without_url()))
}
