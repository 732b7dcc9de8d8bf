//! The raw value without what nobody uses.

use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

use crate::diagnostic::Pointer;
use crate::load::grammar::{PathItem, keyword};

/// Takes out what is not in `kept`.
pub(super) fn prune(raw: &mut Value, kept: &BTreeSet<Pointer>, global: bool) {
    let Some(root) = raw.as_mapping_mut() else {
        return;
    };
    root.remove(keyword::WEBHOOKS);
    if !global {
        root.remove(keyword::SECURITY);
    }
    let place = Pointer::root().key(keyword::PATHS);
    if let Some(paths) = mapping(root, keyword::PATHS) {
        retain(paths, |key| {
            !key.starts_with('/') || kept.contains(&place.key(key))
        });
        items(paths, &place, kept);
    }
    let Some(components) = mapping(root, keyword::COMPONENTS) else {
        return;
    };
    let place = Pointer::root().key(keyword::COMPONENTS);
    for (section, entries) in components.iter_mut() {
        let Some((section, entries)) = section.as_str().zip(entries.as_mapping_mut()) else {
            continue;
        };
        let place = place.key(section);
        retain(entries, |key| kept.contains(&place.key(key)));
        if section == keyword::PATH_ITEMS {
            items(entries, &place, kept);
        }
    }
}

/// Takes out the requests that the server sends.
pub(super) fn webhooks(raw: &mut Value) {
    let Some(root) = raw.as_mapping_mut() else {
        return;
    };
    root.remove(keyword::WEBHOOKS);
    if let Some(paths) = mapping(root, keyword::PATHS) {
        callbacks(paths);
    }
    let components = mapping(root, keyword::COMPONENTS);
    if let Some(shared) = components.and_then(|it| mapping(it, keyword::PATH_ITEMS)) {
        callbacks(shared);
    }
}

/// Takes the callbacks out of the operations of path items.
fn callbacks(items: &mut Mapping) {
    let items = items.values_mut().filter_map(Value::as_mapping_mut);
    let operations = items.flat_map(Mapping::values_mut);
    for operation in operations.filter_map(Value::as_mapping_mut) {
        operation.remove(keyword::CALLBACKS);
    }
}

/// Takes the operations out of path items that are not in `kept`.
fn items(items: &mut Mapping, place: &Pointer, kept: &BTreeSet<Pointer>) {
    for (key, item) in items.iter_mut() {
        let Some((key, item)) = key.as_str().zip(item.as_mapping_mut()) else {
            continue;
        };
        let place = place.key(key);
        retain(item, |member| {
            PathItem::methods().all(|method| method != member) || kept.contains(&place.key(member))
        });
    }
}

fn mapping<'v>(value: &'v mut Mapping, key: &str) -> Option<&'v mut Mapping> {
    value.get_mut(key)?.as_mapping_mut()
}

fn retain(mapping: &mut Mapping, is_kept: impl Fn(&str) -> bool) {
    mapping.retain(|key, _| key.as_str().is_none_or(&is_kept));
}
