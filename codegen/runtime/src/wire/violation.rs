//! The place of a value that violates a rule of the document.

use std::fmt::Display;

use super::encode::{Encode, View};
use super::object_entries::each_entry;
use super::secret_names::is_secret_name;
use super::secrets::escape;

/// Why `value` cannot be encoded: the first value that violates a rule, with its JSON pointer (RFC 6901) unless it is
/// `value` itself, or else the error of the encoder. A value under the name of a secret is not quoted.
pub(crate) fn explain(value: &dyn Encode, is_secret: bool, error: &dyn Display) -> String {
    match find(value.view(), "", is_secret) {
        Some((place, rule)) if place.is_empty() => rule,
        Some((place, rule)) => format!("at `{place}`: {rule}"),
        None => error.to_string(),
    }
}

fn find(view: View<'_>, path: &str, is_secret: bool) -> Option<(String, String)> {
    let below = |key: &str, view: View<'_>| {
        let is_secret = is_secret || is_secret_name(key);
        find(view, &[path, "/", &escape(key)].concat(), is_secret)
    };
    let mut found = None;
    match view {
        View::Invalid(value) => return Some((path.to_owned(), value.error(is_secret))),
        View::Secret(value) => return find(value.view(), path, true),
        View::Union(union) => return find(union.payload().1, path, is_secret),
        View::List(items) => {
            return (0..items.count()).find_map(|it| below(&it.to_string(), items.item(it)));
        }
        View::Object(object) => each_entry(object, &mut |key, _, view| {
            found = found.take().or_else(|| below(key, view));
        }),
        View::Map(entries) => entries.each(&mut |key, view| {
            found = found.take().or_else(|| below(key, view));
        }),
        _ => {}
    }
    found
}
