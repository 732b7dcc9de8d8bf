//! The style `label` of path parameters.

use std::borrow::Cow;

use serde_json::Value;

use super::encoded::encoded;
use super::path_parameter::Path;
use super::style::{is_absent, joined};

/// Writes `.a.b`.
pub(crate) fn label<'a>(parameter: &Path, value: &'a Value) -> Cow<'a, str> {
    if is_absent(value) {
        return Cow::Borrowed("");
    }
    let separator = if parameter.explode { "." } else { "," };
    let text = joined(parameter.explode, value, separator, &encoded);
    Cow::Owned(format!(".{text}"))
}
