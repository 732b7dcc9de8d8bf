//! References to anchors as references to places.

use std::collections::BTreeMap;

use serde_yaml::Value;

use crate::diagnostic::Pointer;
use crate::load::grammar::keyword;

const ANCHORS: [&str; 2] = [keyword::ANCHOR, keyword::DYNAMIC_ANCHOR];
const REFERENCES: [&str; 2] = [keyword::REF, keyword::DYNAMIC_REF];

/// Rewrites `#name` where a schema has that anchor. All schemas of a document share one set of names, as long as none
/// has an `$id`; a dynamic anchor is where it is declared.
pub(super) fn resolve(document: &mut Value) {
    let mut anchors = BTreeMap::new();
    collect(document, &Pointer::root(), &mut anchors);
    if !anchors.is_empty() {
        rewrite(document, &anchors);
    }
}

fn collect(value: &Value, at: &Pointer, anchors: &mut BTreeMap<String, String>) {
    for key in ANCHORS {
        if let Some(name) = value.get(key).and_then(Value::as_str) {
            let place = format!("#{}", at.as_str());
            anchors.entry(format!("#{name}")).or_insert(place);
        }
    }
    match value {
        Value::Mapping(members) => {
            for (key, child) in members {
                if let Some(key) = key.as_str() {
                    collect(child, &at.key(key), anchors);
                }
            }
        }
        Value::Sequence(items) => {
            for (index, child) in items.iter().enumerate() {
                collect(child, &at.index(index), anchors);
            }
        }
        _ => {}
    }
}

fn rewrite(value: &mut Value, anchors: &BTreeMap<String, String>) {
    match value {
        Value::Mapping(members) => {
            for key in REFERENCES {
                let target = members.get(key).and_then(Value::as_str);
                if let Some(place) = target.and_then(|target| anchors.get(target)) {
                    members.shift_remove(key);
                    members.insert(keyword::REF.into(), place.as_str().into());
                }
            }
            for key in ANCHORS {
                // A property may have the same name.
                if members.get(key).is_some_and(Value::is_string) {
                    members.shift_remove(key);
                }
            }
            members
                .values_mut()
                .for_each(|child| rewrite(child, anchors));
        }
        Value::Sequence(items) => items.iter_mut().for_each(|child| rewrite(child, anchors)),
        _ => {}
    }
}
