//! Forms in the default style.

use super::core::Call;
use super::form;
use crate::wire::Encode;

impl Call {
    /// Sets a form as the body.
    pub(crate) fn form_body(&mut self, fields: &dyn Encode) {
        form::set(self, fields, &|_, _| None);
    }
}
