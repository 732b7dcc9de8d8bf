//! Reads parameters of calls.

use serde_json::Value;

use super::core::Call;

/// The value of the parameter `name`, if it is set.
pub(crate) fn get<'a>(call: &'a Call, name: &str) -> Option<&'a Value> {
    let mut sent = call.sent();
    let sent = sent.find(|(parameter, _)| parameter.name() == name);
    sent.map(|(_, argument)| &argument.value)
}
