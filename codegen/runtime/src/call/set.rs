//! Values of parameters by name.

use super::assign;
use super::core::Call;
use crate::wire::Encode;

impl Call {
    /// Sets the parameter `name`. A missing value, such as `None`, resets it to its default.
    pub(crate) fn set(&mut self, name: &str, value: &dyn Encode) {
        let mut parameters = self.operation.parameters.iter();
        if let Some(index) = parameters.position(|parameter| parameter.name() == name) {
            assign::set(self, index, value);
        }
    }
}
