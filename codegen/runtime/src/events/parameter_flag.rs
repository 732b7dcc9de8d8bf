//! Parameters that ask for a sequence of values.

use serde_json::Value;

use super::table::Flag;
use crate::call::core::Call;
use crate::call::set_named::set_named;

/// The parameter of this name is true.
pub(crate) struct ParameterFlag(pub(crate) &'static str);

impl Flag for ParameterFlag {
    fn set(&self, call: &mut Call) {
        set_named(call, self.0, &Value::Bool(true));
    }
}
