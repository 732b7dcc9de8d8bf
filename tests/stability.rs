//! Names of schemas and operations do not depend on the rest of the document or its order.
//!
//! The exception is a name collision: one item keeps the name, and the others get another.

#[path = "stability/alternatives.rs"]
mod alternatives;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::{fs, io};

use codegen::diagnostic::Sink;
use codegen::ir::{Api, NameHint, Owner, Role, TypeDef};
use codegen::{Options, Stages};
use serde_yaml::{Mapping, Value};
use workspace_tests::documents::{self, large};

/// Keys whose values are data, not parts of the document.
const DATA: [&str; 6] = [
    "default", "enum", "example", "examples", "mapping", "security",
];

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// A deterministic random number generator.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit.max(1)
    }
}

/// The public names by location. A schema with different forms in requests and responses has two.
#[derive(Default)]
struct Named {
    types: BTreeMap<String, BTreeSet<String>>,
    methods: BTreeMap<String, BTreeSet<String>>,
}

fn named(document: &Value) -> io::Result<Named> {
    // JSON, which parses much faster than YAML.
    let text = serde_json::to_string(document).map_err(io::Error::other)?;
    let options = Options::default();
    let Some(stages) = Stages::run(&text, &options, &mut Sink::default()) else {
        return Err(io::Error::other("a document that was read is read again"));
    };
    let Stages { api, names, .. } = stages;
    let mut seen = Named::default();
    let defs = api.types.iter().zip(&names.types);
    for (ty, names) in defs.filter(|(ty, _)| !is_composed(&api, ty)) {
        let place = ty.origin.to_string();
        let all = seen.types.entry(place).or_default();
        all.insert(names.ident.clone());
    }
    for (operation, names) in api.operations.iter().zip(&names.operations) {
        let place = operation.origin.to_string();
        let all = seen.methods.entry(place).or_default();
        all.insert(format!("{}.{}", api.tag(operation.tag).name, names.method));
    }
    Ok(seen)
}

/// Whether a type is a component merged with other schemas of a union, and therefore not the component itself.
fn is_composed(api: &Api, ty: &TypeDef) -> bool {
    let mut hint = &ty.hint;
    while let NameHint::Nested {
        owner: Owner::Type(id),
        role: Role::Request,
    } = hint
    {
        hint = &api.types.get(*id).hint;
    }
    let is_component = ty.origin.segments().count() == 3;
    is_component && !matches!(hint, NameHint::Component(_))
}

/// Shuffles the members of every object.
fn shuffle(value: &mut Value, random: &mut Random) {
    match value {
        Value::Mapping(members) => {
            let mut rest: Vec<_> = std::mem::take(members).into_iter().collect();
            while !rest.is_empty() {
                let (key, mut member) = rest.swap_remove(random.below(rest.len()));
                if !key.as_str().is_some_and(|key| DATA.contains(&key)) {
                    shuffle(&mut member, random);
                }
                members.insert(key, member);
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(|item| shuffle(item, random)),
        _ => {}
    }
}

/// Deletes one of `out_of` members of a mapping.
fn thin(members: &mut Mapping, out_of: usize, random: &mut Random) {
    members.retain(|_, _| random.below(out_of) > 0);
}

fn delete_operations(document: &mut Value, random: &mut Random) {
    let paths = document["paths"].as_mapping_mut();
    for item in paths.into_iter().flat_map(Mapping::values_mut) {
        if let Value::Mapping(item) = item {
            item.retain(|key, _| {
                let is_operation = key.as_str().is_some_and(|key| METHODS.contains(&key));
                !is_operation || random.below(3) > 0
            });
        }
    }
}

fn delete_schemas(document: &mut Value, random: &mut Random) {
    if let Value::Mapping(schemas) = &mut document["components"]["schemas"] {
        thin(schemas, 10, random);
    }
}

fn delete_properties(value: &mut Value, random: &mut Random) {
    match value {
        Value::Mapping(members) => {
            if let Some(Value::Mapping(properties)) = members.get_mut("properties") {
                thin(properties, 8, random);
            }
            // The name of an alternative may derive from a property.
            let is_union = |key: &Value| matches!(key.as_str(), Some("oneOf" | "anyOf"));
            let members = members.iter_mut().filter(|(key, _)| !is_union(key));
            members.for_each(|(_, member)| delete_properties(member, random));
        }
        Value::Sequence(items) => items
            .iter_mut()
            .for_each(|item| delete_properties(item, random)),
        _ => {}
    }
}

/// The changed names, and the number of changes that are due to a collision.
fn renamed(
    before: &BTreeMap<String, BTreeSet<String>>,
    after: &BTreeMap<String, BTreeSet<String>>,
) -> (Vec<String>, usize) {
    let (mut renamed, mut told_apart) = (Vec::new(), 0);
    for (place, names) in after {
        let Some(earlier) = before.get(place) else {
            continue;
        };
        for name in names.difference(earlier) {
            if earlier.iter().any(|old| rivals(before, after, old, name)) {
                told_apart += 1;
            } else {
                renamed.push(format!("{place}: {earlier:?} is now `{name}`"));
            }
        }
    }
    (renamed, told_apart)
}

/// Whether one name is the other with a suffix, in the document where the other is taken.
fn rivals(
    before: &BTreeMap<String, BTreeSet<String>>,
    after: &BTreeMap<String, BTreeSet<String>>,
    old: &str,
    new: &str,
) -> bool {
    let is_taken = |names: &BTreeMap<String, BTreeSet<String>>, name: &str| {
        let mut all = names.values().flatten();
        all.any(|other| other.eq_ignore_ascii_case(name))
    };
    let longer = |long: &str, short: &str| {
        let end = long.get(short.len()..);
        end.is_some() && long.as_bytes()[..short.len()].eq_ignore_ascii_case(short.as_bytes())
    };
    // Of two with numerals, neither has the plain name.
    let plain = old.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    (longer(new, old) && is_taken(after, old))
        || (longer(old, new) && is_taken(before, new))
        || (longer(new, plain) && is_taken(before, plain) && is_taken(after, plain))
}

/// Mutates a document in every way, and returns the number of names and of names that changed because of a collision.
fn change(file: &str, document: &Value, rounds: Range<u64>) -> io::Result<(usize, usize)> {
    let before = named(document)?;
    let (mut compared, mut told_apart) = (0, 0);
    for round in rounds {
        let mut random = Random(round);
        let mut changed = document.clone();
        match round % 4 {
            0 => {}
            1 => delete_operations(&mut changed, &mut random),
            2 => delete_schemas(&mut changed, &mut random),
            _ => {
                delete_operations(&mut changed, &mut random);
                delete_properties(&mut changed["components"]["schemas"], &mut random);
            }
        }
        shuffle(&mut changed, &mut random);
        let after = named(&changed)?;
        for (before, after) in [
            (&before.types, &after.types),
            (&before.methods, &after.methods),
        ] {
            let (renamed, rivals) = renamed(before, after);
            assert!(
                renamed.is_empty(),
                "{file}, round {round}:\n{}",
                renamed.join("\n")
            );
            compared += after.len();
            told_apart += rivals;
        }
    }
    Ok((compared, told_apart))
}

#[test]
fn names_of_this_repository_s_documents_stay() -> io::Result<()> {
    let mut all = (0, 0);
    for document in documents::good()? {
        let value = serde_yaml::from_str(&document.text).map_err(io::Error::other)?;
        let (compared, told_apart) = change(&document.file, &value, 0..12)?;
        all = (all.0 + compared, all.1 + told_apart);
    }
    let (compared, told_apart) = all;
    assert!(compared > 1000, "{compared} names");
    assert!(told_apart * 100 < compared, "{told_apart} of {compared}");
    Ok(())
}

/// A published document, if it exists: nearly 4000 names, a few of which collide.
#[test]
fn names_of_a_large_document_stay() -> io::Result<()> {
    let Some(path) = large("v30/atlas__full-spec.yaml") else {
        return Ok(());
    };
    let value = serde_yaml::from_str(&fs::read_to_string(path)?).map_err(io::Error::other)?;
    let (compared, told_apart) = change("atlas", &value, 1..4)?;
    assert!(told_apart * 100 < compared, "{told_apart} of {compared}");
    Ok(())
}
