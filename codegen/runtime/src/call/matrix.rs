//! The style `matrix` of path parameters.

use std::borrow::Cow;

use serde_json::Value;

use super::encoded::encoded;
use super::nested::spread;
use super::path_parameter::Path;
use super::style::{is_absent, joined};
use crate::net::percent::encode;

/// Writes `;name=a`.
pub(crate) fn matrix<'a>(parameter: &Path, value: &'a Value) -> Cow<'a, str> {
    if is_absent(value) {
        return Cow::Borrowed("");
    }
    let mut all = Vec::new();
    match value {
        Value::Array(_) if parameter.explode => spread(parameter.name, value, &encoded, &mut all),
        Value::Object(entries) if parameter.explode => {
            for (key, value) in entries {
                spread(key, value, &encoded, &mut all);
            }
        }
        value => {
            let text = joined(parameter.explode, value, ",", &encoded);
            all.push((encode(parameter.name), text));
        }
    }
    // A name without a value has no equals sign (RFC 6570, 3.2.7).
    let assign = |(name, value): &(String, String)| match &**value {
        "" => [";", name].concat(),
        value => [";", name, "=", value].concat(),
    };
    Cow::Owned(all.iter().map(assign).collect())
}
