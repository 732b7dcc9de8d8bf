//! The operations that flaws of a document touch.
//!
//! The document consists of operations, path items, webhooks and components. A flaw touches the one that contains it, and
//! all that use this one, directly or through others. The rest does not depend on it.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use super::offered::{self, Offered};
use super::reach::Reach;
use crate::diagnostic::Pointer;
use crate::load::grammar::{OpenApi, PathItem, keyword};
use crate::load::{Node, lookup};

/// The parts and operations that flaws affect.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// The places of the operations, path items, webhooks and components that cannot be right.
    pub(crate) parts: BTreeSet<Pointer>,
    /// The operations of the client among them, as `GET /pets`, or `/pets` for a path without a known operation; each
    /// with the positions of its flaws.
    pub(crate) requests: BTreeMap<String, Vec<usize>>,
    /// The number of operations of the client, and the number of those that are touched.
    pub(crate) offered: usize,
    pub(crate) operations: usize,
}

/// Follows flaws at some places of a reduced document. `None` if one of them concerns the whole document.
pub(in crate::load) fn touched(
    raw: &Value,
    selected: Option<&BTreeSet<Pointer>>,
    places: &[Pointer],
) -> Option<Touched> {
    let document = OpenApi::of(Node::new(raw, Pointer::root()));
    let is_selected =
        |it: &Offered<'_>| selected.is_none_or(|selected| selected.contains(&it.place()));
    let mut offered = offered::all(&document);
    offered.retain(is_selected);
    let mut reach = Reach::new(&document);
    for operation in &offered {
        reach.operation(operation);
    }
    reach.components();
    reach.complete();
    let mut requests: BTreeMap<&Pointer, Vec<String>> = BTreeMap::new();
    for operation in &offered {
        let texts = requests.entry(&operation.operation.at).or_default();
        texts.push(operation.request());
    }
    let mut touched = Touched {
        offered: offered.len(),
        ..Touched::default()
    };
    for (position, place) in places.iter().enumerate() {
        let part = part(place, &reach.kept)?;
        for part in users(part, &reach.users) {
            let texts = requests.get(&part).cloned();
            for text in texts
                .or_else(|| unread_path(&part, &reach.kept))
                .unwrap_or_default()
            {
                touched.requests.entry(text).or_default().push(position);
            }
            touched.parts.insert(part);
        }
    }
    let is_touched = |it: &&Offered<'_>| touched.parts.contains(&it.operation.at);
    touched.operations = offered.iter().filter(is_touched).count();
    Some(touched)
}

/// The part of the document that contains a place.
fn part(place: &Pointer, known: &BTreeSet<Pointer>) -> Option<Pointer> {
    let segments: Vec<_> = place.segments().collect();
    let prefixes = segments.iter().scan(Pointer::root(), |at, segment| {
        *at = at.key(segment);
        Some(at.clone())
    });
    let prefixes: Vec<_> = prefixes.collect();
    if let Some(part) = prefixes.iter().rev().find(|it| known.contains(it)) {
        return Some(part.clone());
    }
    let depth = match segments.first()?.as_str() {
        keyword::PATHS => match segments.get(2) {
            Some(method) if PathItem::methods().any(|known| known == method) => 3,
            _ => 2,
        },
        keyword::WEBHOOKS => 2,
        keyword::COMPONENTS => 3,
        _ => return None,
    };
    prefixes.get(depth - 1).cloned()
}

/// A part with everything that uses it.
fn users(part: Pointer, users: &BTreeMap<Pointer, Vec<Pointer>>) -> BTreeSet<Pointer> {
    let mut found = BTreeSet::new();
    let mut open = vec![part];
    while let Some(part) = open.pop() {
        if !found.contains(&part) {
            open.extend(users.get(&part).into_iter().flatten().cloned());
            found.insert(part);
        }
    }
    found
}

/// The path of an item, or of an operation in it, that cannot be read.
fn unread_path(part: &Pointer, known: &BTreeSet<Pointer>) -> Option<Vec<String>> {
    let mut segments = part.segments();
    let is_path = segments.next()? == keyword::PATHS;
    let path = segments.next()?;
    (is_path && !known.contains(part)).then(|| vec![path])
}

/// Takes parts out of a document.
pub(in crate::load) fn remove(raw: &mut Value, parts: &BTreeSet<Pointer>) {
    for part in parts {
        let Some((parent, key)) = part.split() else {
            continue;
        };
        let parent = lookup::at_mut(raw, &parent).and_then(Value::as_mapping_mut);
        if let Some(members) = parent {
            // The others keep their order.
            members.shift_remove(key.as_str());
        }
    }
}
