//! Values of parameters.

use serde_json::Value;

use super::argument::{self, Argument};
use super::core::Call;
use super::value;
use crate::wire::Encode;
use crate::wire::secrets;

/// Sets the parameter at `index`. A missing value, such as `None`, resets it to its default.
pub(super) fn set(call: &mut Call, index: usize, value: &dyn Encode) {
    let is_secret = !secrets::secrets(value).is_empty();
    let parameter = call.operation.parameters.get(index);
    let (Some(parameter), Some(argument)) = (parameter, call.arguments.get_mut(index)) else {
        return;
    };
    let value = value::value(value, argument::is_hidden(*parameter, true)).map_err(|problem| {
        let name = parameter.name();
        format!("the parameter `{name}` cannot be sent: {problem}")
    });
    let is_missing = value.as_ref().is_ok_and(Value::is_null);
    let given = (!is_missing).then(|| Argument {
        is_secret,
        problem: value.as_ref().err().cloned(),
        value: value.unwrap_or_default(),
    });
    *argument = given.or_else(|| Argument::implied(*parameter));
}
