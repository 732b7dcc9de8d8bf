//! Equality of values, implemented once for all types.

use super::encode::{Entries, Items, View};
use super::object::Object;

/// Whether two values of one type have the same representation. Numbers are compared by value; `NaN` equals nothing.
#[must_use]
#[expect(clippy::float_cmp, reason = "what is nearly the same is not the same")]
pub(crate) fn equal(one: View<'_>, other: View<'_>) -> bool {
    match (one, other) {
        (View::Absent, View::Absent) | (View::Null, View::Null) => true,
        (View::Bool(one), View::Bool(other)) => one == other,
        (View::Integer(one), View::Integer(other)) => one == other,
        (View::Unsigned(one), View::Unsigned(other)) => one == other,
        (View::Float(one), View::Float(other)) => one == other,
        (View::Double(one), View::Double(other)) => one == other,
        (View::Decimal(one), View::Decimal(other)) | (View::Text(one), View::Text(other)) => {
            one == other
        }
        (View::Object(one), View::Object(other)) => equal_fields(one, other),
        (View::Map(one), View::Map(other)) => equal_entries(one, other),
        (View::Union(one), View::Union(other)) => {
            let ((tag, one), (other_tag, other)) = (one.payload(), other.payload());
            tag == other_tag && equal(one, other)
        }
        (View::List(one), View::List(other)) => equal_items(one, other),
        (View::Json(one), View::Json(other)) | (View::Unknown(one), View::Unknown(other)) => {
            one == other
        }
        (View::Attachment(one), View::Attachment(other)) => one.equals(other),
        (View::Secret(one), View::Secret(other)) => equal(one.view(), other.view()),
        (View::Invalid(one), other) => equal(one.value(), other),
        (one, View::Invalid(other)) => equal(one, other.value()),
        _ => false,
    }
}

fn equal_fields(one: &dyn Object, other: &dyn Object) -> bool {
    if !std::ptr::eq(one.shape(), other.shape()) {
        return false;
    }
    let mut same = false;
    one.show(&mut |one| {
        other.show(&mut |other| {
            same = one
                .iter()
                .zip(other)
                .all(|(one, other)| equal(one.view(), other.view()));
        });
    });
    same
}

fn equal_items(one: &dyn Items, other: &dyn Items) -> bool {
    let count = one.count();
    count == other.count() && (0..count).all(|index| equal(one.item(index), other.item(index)))
}

/// Both have their keys in the same order.
fn equal_entries(one: &dyn Entries, other: &dyn Entries) -> bool {
    let (one, other) = (entries(one), entries(other));
    one.len() == other.len()
        && one
            .into_iter()
            .zip(other)
            .all(|((key, one), (other_key, other))| key == other_key && equal(one, other))
}

fn entries(map: &dyn Entries) -> Vec<(&str, View<'_>)> {
    let mut entries = Vec::new();
    map.each(&mut |key, value| entries.push((key, value)));
    entries
}
