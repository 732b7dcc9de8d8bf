//! Forms with fields in other styles than the default.

use serde_json::Value;

use super::core::Call;
use super::form;
use super::query::Query;
use crate::wire::Encode;

impl Call {
    /// Sets a form as the body. `styles` has the fields that are not written in the default style.
    pub(crate) fn styled_form_body(&mut self, fields: &dyn Encode, styles: &[Query]) {
        form::set(self, fields, &|key, value| styled(styles, key, value));
    }
}

/// The pairs of a field that has a style.
pub(crate) fn styled(styles: &[Query], key: &str, value: &Value) -> Option<form::Pairs> {
    let style = styles.iter().find(|style| style.name == key)?;
    Some(style.pairs(value))
}
