//! Rules that depend on the value, by what they allow: a property that some values have is an optional one.

use serde_yaml::{Mapping, Value};

use super::Place;
use crate::diagnostic::Pointer;
use crate::load::grammar::keyword;

/// Rewrites `if`, `dependentSchemas` and `dependentRequired`. Branches that are not objects with properties stay, and
/// are reported like other keywords without an effect.
pub(super) fn rewrite(schema: &mut Mapping, place: &mut Place<'_>) {
    for (path, branch) in branches(schema) {
        allow(schema, &branch, &path, place);
    }
}

/// A branch, and the keys that lead to it.
type Branch = (Vec<String>, Mapping);

/// Removes the rules of a schema, and returns their branches, each before those inside it.
fn branches(schema: &mut Mapping) -> Vec<Branch> {
    schema.shift_remove(keyword::DEPENDENT_REQUIRED);
    let mut found = Vec::new();
    let dependent = schema.get(keyword::DEPENDENT_SCHEMAS);
    let dependent = dependent.and_then(Value::as_mapping).cloned();
    if let Some(dependent) = dependent.filter(|all| all.values().all(is_plain)) {
        schema.shift_remove(keyword::DEPENDENT_SCHEMAS);
        for (name, branch) in dependent {
            let name = name.as_str().unwrap_or_default();
            add(&[keyword::DEPENDENT_SCHEMAS, name], branch, &mut found);
        }
    }
    let keys = [keyword::THEN, keyword::ELSE];
    if keys.iter().all(|key| schema.get(*key).is_none_or(is_plain)) {
        schema.shift_remove(keyword::IF);
        for key in keys {
            if let Some(branch) = schema.shift_remove(key) {
                add(&[key], branch, &mut found);
            }
        }
    }
    found
}

/// Whether a schema has nothing but rules and properties of its own.
fn is_plain(branch: &Value) -> bool {
    let composed = [
        keyword::REF,
        keyword::ALL_OF,
        keyword::ANY_OF,
        keyword::ONE_OF,
    ];
    branch.is_bool() || !composed.iter().any(|key| branch.get(key).is_some())
}

fn add(path: &[&str], branch: Value, found: &mut Vec<Branch>) {
    let Value::Mapping(mut branch) = branch else {
        return;
    };
    let path: Vec<_> = path.iter().map(|key| (*key).to_owned()).collect();
    let inner = branches(&mut branch);
    found.push((path.clone(), branch));
    found.extend(
        inner
            .into_iter()
            .map(|(rest, branch)| ([path.clone(), rest].concat(), branch)),
    );
}

/// Adds the properties of a branch as optional ones. A property that the schema has already only gets a rule.
fn allow(schema: &mut Mapping, branch: &Mapping, path: &[String], place: &mut Place<'_>) {
    let Some(added) = branch.get(keyword::PROPERTIES).and_then(Value::as_mapping) else {
        return;
    };
    let properties = schema
        .entry(keyword::PROPERTIES.into())
        .or_insert_with(|| Value::Mapping(Mapping::new()));
    let Some(properties) = properties.as_mapping_mut() else {
        return;
    };
    for (key, property) in added {
        let Some(name) = key.as_str().filter(|name| !properties.contains_key(*name)) else {
            continue;
        };
        let property_of = |at: &Pointer| at.key(keyword::PROPERTIES).key(name);
        let written = |at: &Pointer| {
            let branch = path.iter().fold(at.clone(), |at, key| at.key(key));
            property_of(&branch)
        };
        place.moved(property_of, written);
        properties.insert(name.into(), property.clone());
    }
}
