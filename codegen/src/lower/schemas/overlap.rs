//! A property in two members of an `allOf`: the one that determines its type.

use std::collections::BTreeSet;

use super::index::Schemas;
use super::keywords::{STRUCTURE, has_structure};
use crate::load::{JsonType, Schema, keyword};

/// How many schemas are looked through for keys.
const WIDTH: usize = 256;

/// Which of two schemas of one property determines its type.
pub(super) enum Overlap {
    /// The first, which implies the second.
    Earlier,
    /// The second.
    Later,
    /// The value is an object with the properties of both.
    Both,
    /// No value matches both, and this is why.
    Neither(String),
}

/// A value has to match both schemas, so the narrower one determines the type. If neither is narrower, it is the later one.
pub(super) fn overlap<'d>(
    schemas: &Schemas<'d>,
    earlier: &Schema<'d>,
    later: &Schema<'d>,
) -> Overlap {
    let kinds = (schemas.kind(earlier), schemas.kind(later));
    let are_text = matches!(
        kinds,
        (None | Some(JsonType::String), None | Some(JsonType::String))
    );
    match kinds {
        // A secret takes precedence over all other rules.
        _ if are_text && schemas.is_password(earlier) != schemas.is_password(later) => {
            if schemas.is_password(later) {
                Overlap::Later
            } else {
                Overlap::Earlier
            }
        }
        _ if !has_structure(later) => Overlap::Earlier,
        (Some(JsonType::Integer), Some(JsonType::Number)) => Overlap::Earlier,
        (None, _) | (Some(JsonType::Number), Some(JsonType::Integer)) => Overlap::Later,
        (Some(one), Some(other)) if one != other => Overlap::Neither(format!(
            "is of type `{one}` in one member and `{other}` in another"
        )),
        // A schema that only repeats the type adds nothing.
        (Some(_), _) if only_names_type(later) => Overlap::Earlier,
        (Some(JsonType::Object), Some(JsonType::Object)) => objects(schemas, earlier, later),
        _ => Overlap::Later,
    }
}

/// A later object that has all properties of the earlier one refines it; else the value has those of both.
fn objects<'d>(schemas: &Schemas<'d>, earlier: &Schema<'d>, later: &Schema<'d>) -> Overlap {
    let is_union = |node| {
        let schema = schemas.follow(node);
        schema.is_some_and(|schema| schemas.is_union(&schema))
    };
    let (one, other) = (keys(schemas, earlier), keys(schemas, later));
    if one.is_subset(&other) || is_union(earlier) || is_union(later) {
        Overlap::Later
    } else if other.is_subset(&one) {
        Overlap::Earlier
    } else {
        Overlap::Both
    }
}

/// The keys of an object, those of its `allOf` included.
fn keys<'d>(schemas: &Schemas<'d>, node: &Schema<'d>) -> BTreeSet<&'d str> {
    let mut keys = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![node.clone()];
    while let Some(schema) = open.pop().and_then(|node| schemas.follow(&node)) {
        if seen.len() < WIDTH && seen.insert(schema.at.clone()) {
            keys.extend(schema.properties().iter().map(|(key, _)| *key));
            open.extend(schema.all_of());
        }
    }
    keys
}

/// Whether `type` is the only keyword that constrains the value.
fn only_names_type(schema: &Schema<'_>) -> bool {
    let entries = schema.entries();
    let mut keys = entries.iter().map(|(key, _)| *key);
    !keys.any(|key| key == keyword::REF || (key != keyword::TYPE && STRUCTURE.contains(&key)))
}
