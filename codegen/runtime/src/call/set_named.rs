//! Values of parameters that a table names.

use super::assign;
use super::core::Call;
use crate::wire::Encode;

/// Sets the parameter `name`.
pub(crate) fn set_named(call: &mut Call, name: &str, value: &dyn Encode) {
    let mut parameters = call.operation.parameters.iter();
    if let Some(index) = parameters.position(|parameter| parameter.name() == name) {
        assign::set(call, index, value);
    }
}
