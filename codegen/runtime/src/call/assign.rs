//! Values of parameters.

use serde_json::Value;

use super::argument::Argument;
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
    let value = value::value(value).unwrap_or_else(|problem| {
        let name = parameter.name();
        call.problem = Some(format!("the parameter `{name}` cannot be sent: {problem}"));
        Value::Null
    });
    let value = Some(value).filter(|value| !value.is_null());
    let value = value.map(|value| Argument { value, is_secret });
    *argument = value.or_else(|| Argument::implied(*parameter));
}
