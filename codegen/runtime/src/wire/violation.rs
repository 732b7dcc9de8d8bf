//! The place of a value that violates a rule of the document.

use super::encode::{Encode, View};
use super::object_entries::each_entry;
use super::secret_names::is_secret_name;
use super::secrets::escape;

/// The first value that violates a rule: its JSON pointer (RFC 6901), which is empty for the value itself, and the rule.
/// A value under a name of a secret is not quoted.
pub(crate) fn first(value: &dyn Encode, is_secret: bool) -> Option<(String, String)> {
    find(value.view(), "", is_secret)
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
