//! Finds values in the body of a page, without another copy of it.

use serde_json::Value;

use crate::wire::encode::View;

/// The names of the properties that lead to a value.
pub(crate) type Path = &'static [&'static str];

/// The text, number or boolean at `path`. `None` if it is missing, null or an empty text.
pub(super) fn scalar(body: View<'_>, path: Path) -> Option<Value> {
    let mut found = None;
    at(body, path, &mut |view| found = value(view));
    found
}

/// The number of items of the list at `path`.
pub(super) fn count(body: View<'_>, path: Path) -> u64 {
    let mut found = 0;
    list(body, path, &mut |count, _| found = count);
    u64::try_from(found).unwrap_or(u64::MAX)
}

/// Access to the items of a list by index.
pub(super) type Item<'a> = dyn Fn(usize, &mut dyn FnMut(View<'_>)) + 'a;

/// Calls `found` with the number of items of the list at `path`, and with access to them.
pub(super) fn list(body: View<'_>, path: Path, found: &mut dyn FnMut(usize, &Item<'_>)) {
    at(body, path, &mut |view| match view {
        View::List(items) => found(items.count(), &|index, look| look(items.item(index))),
        View::Json(Value::Array(items)) => found(items.len(), &|index, look| {
            look(items.get(index).map_or(View::Absent, View::Json));
        }),
        _ => {}
    });
}

/// Calls `found` with the value at `path`, if there is one.
fn at(view: View<'_>, path: &[&str], found: &mut dyn FnMut(View<'_>)) {
    let Some((key, rest)) = path.split_first() else {
        found(view);
        return;
    };
    match view {
        View::Object(object) => {
            if let Some(index) = object.shape().find(key, 0) {
                object.show(&mut |parts| {
                    if let Some(part) = parts.get(index) {
                        at(part.view(), rest, found);
                    }
                });
            }
        }
        View::Union(union) => at(union.payload().1, path, found),
        View::Map(entries) => entries.each(&mut |name, value| {
            if name == *key {
                at(value, rest, found);
            }
        }),
        View::Json(value) | View::Unknown(value) => {
            if let Some(value) = value.get(key) {
                at(View::Json(value), rest, found);
            }
        }
        View::Secret(value) => at(value.view(), path, found),
        _ => {}
    }
}

fn value(view: View<'_>) -> Option<Value> {
    match view {
        View::Secret(secret) => value(secret.view()),
        view => {
            let value = serde_json::to_value(view).ok()?;
            let is_empty = value.as_str() == Some("");
            (!value.is_null() && !value.is_array() && !value.is_object() && !is_empty)
                .then_some(value)
        }
    }
}
