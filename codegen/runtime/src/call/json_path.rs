//! Path parameters of JSON.

use std::borrow::Cow;

use serde_json::Value;

use super::path_parameter::Path;
use crate::net::percent::encode;

/// Writes JSON.
pub(crate) fn json_path<'a>(_: &Path, value: &'a Value) -> Cow<'a, str> {
    Cow::Owned(encode(&value.to_string()))
}
