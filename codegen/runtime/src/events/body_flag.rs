//! Properties of the request's body that ask for a sequence of values.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::table::Flag;
use crate::call::core::Call;
use crate::call::replaced_body::replace_body;

/// The property of this name is true, if the body is an object in JSON.
pub(crate) struct BodyFlag(pub(crate) &'static str);

impl Flag for BodyFlag {
    fn set(&self, call: &mut Call) {
        replace_body(call, |json| with_flag(json, self.0));
    }
}

/// The object with the property `name`; the rest of its text stays as it is, so that numbers keep their digits.
pub(crate) fn with_flag(json: &[u8], name: &str) -> Option<Vec<u8>> {
    const TRUE: &[u8] = b"true";
    let properties: BTreeMap<String, &RawValue> = serde_json::from_slice(json).ok()?;
    if let Some(value) = properties.get(name) {
        let value = value.get();
        let start = (value.as_ptr() as usize).checked_sub(json.as_ptr() as usize)?;
        let (before, rest) = json.split_at_checked(start)?;
        let after = rest.get(value.len()..)?;
        return Some([before, TRUE, after].concat());
    }
    let rest = json.trim_ascii_start().strip_prefix(b"{")?;
    let key = serde_json::to_vec(name).ok()?;
    let comma: &[u8] = if properties.is_empty() { b"" } else { b"," };
    Some([b"{", &*key, b":", TRUE, comma, rest].concat())
}
