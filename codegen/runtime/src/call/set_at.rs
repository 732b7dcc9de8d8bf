//! Values of parameters that share their names with others.

use super::assign;
use super::core::Call;
use crate::wire::Encode;

impl Call {
    /// Sets the parameter at `index` of the operation, where another parameter has the same name.
    pub(crate) fn set_at(&mut self, index: usize, value: &dyn Encode) {
        assign::set(self, index, value);
    }
}
