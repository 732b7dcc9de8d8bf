//! Where a value keeps what is not to be seen.

use super::encode::{Encode, View};
use super::object::Object;

/// The places of the secret fields and unknown variants of `value`, as JSON pointers (RFC 6901).
pub(crate) fn secrets(value: &dyn Encode) -> Vec<String> {
    let mut found = Vec::new();
    collect(value.view(), &mut String::new(), &mut found);
    found
}

fn collect(view: View<'_>, path: &mut String, found: &mut Vec<String>) {
    match view {
        View::List(items) => {
            for index in 0..items.count() {
                below(&index.to_string(), items.item(index), path, found);
            }
        }
        View::Map(entries) => {
            entries.each(&mut |key, value| below(key, value, path, found));
        }
        View::Object(object) => collect_entries(object, path, found),
        View::Union(union) => match union.payload() {
            (Some(_), payload) | (None, payload @ View::Union(_)) => collect(payload, path, found),
            (None, _) => found.push(path.clone()),
        },
        View::Unknown(_) => found.push(path.clone()),
        _ => {}
    }
}

fn collect_entries(object: &dyn Object, path: &mut String, found: &mut Vec<String>) {
    object.each(&mut |key, field, value| {
        if field.is_some_and(|field| field.secret) {
            found.push([path, "/", &escape(key)].concat());
        } else {
            below(key, value, path, found);
        }
    });
}

/// Goes on under `key`. Scalars have no secrets, so that most keys cost nothing.
fn below(key: &str, view: View<'_>, path: &mut String, found: &mut Vec<String>) {
    if matches!(
        view,
        View::List(_) | View::Map(_) | View::Object(_) | View::Union(_) | View::Unknown(_)
    ) {
        let length = path.len();
        path.extend(["/", &escape(key)]);
        collect(view, path, found);
        path.truncate(length);
    }
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
