//! Only OpenAPI 3.0 is read; a neighbour of it gets a helpful refusal.

use super::Node;
use crate::diagnostic::{Code, Location, Severity, Sink};

/// Whether `root` says that it is OpenAPI 3.0.
pub(super) fn check(root: &Node<'_>, sink: &mut Sink) -> bool {
    let Some(version) = root.get("openapi") else {
        missing(root, sink);
        return false;
    };
    let text = version.value.as_str().unwrap_or_default();
    if is_3_0(text) {
        return true;
    }
    let (message, help) = match text {
        _ if text.starts_with("3.1") || text.starts_with("3.2") => (
            format!("this is OpenAPI {text}, and only 3.0 is supported"),
            "write the document as OpenAPI 3.0.3, e.g. `nullable: true` for `type: [.., \"null\"]`",
        ),
        "" => (
            "`openapi` is not a version string".to_owned(),
            "write `openapi: \"3.0.3\"`",
        ),
        _ => (
            format!("`{text}` is not a version of OpenAPI 3.0"),
            "write `openapi: \"3.0.3\"`",
        ),
    };
    sink.error(Code::Version, &version.at, message, help);
    false
}

fn missing(root: &Node<'_>, sink: &mut Sink) {
    let (location, message, help) = if root.has("swagger") {
        (
            Location::Value(root.at.key("swagger")),
            "this is Swagger 2.0, and only OpenAPI 3.0 is supported",
            "convert it first, e.g. with `swagger2openapi`",
        )
    } else {
        (
            Location::Value(root.at.clone()),
            "the document does not say which version of OpenAPI it is",
            "begin it with `openapi: \"3.0.3\"`",
        )
    };
    sink.push(Severity::Error, Code::Version, location, message, help);
}

/// `3.0.` and a patch number: patches change no meaning, pre-releases were something else.
fn is_3_0(version: &str) -> bool {
    version
        .strip_prefix("3.0.")
        .is_some_and(|patch| !patch.is_empty() && patch.bytes().all(|byte| byte.is_ascii_digit()))
}
