//! The entries of objects.

use super::encode::View;
use super::object::{Field, Object};

/// Calls `visit` with the key, the field (if any) and the value of each entry.
pub(crate) fn each_entry(
    object: &dyn Object,
    visit: &mut dyn FnMut(&str, Option<&'static Field>, View<'_>),
) {
    let fields = object.shape().fields;
    object.show(&mut |parts| {
        for (field, part) in fields.iter().zip(parts) {
            visit(field.wire, Some(field), part.view());
        }
        if let Some(View::Map(rest)) = parts.get(fields.len()).map(|rest| rest.view()) {
            rest.each(&mut |key, value| visit(key, None, value));
        }
    });
}
