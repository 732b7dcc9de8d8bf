//! Changes of a document that keep track of where its values come from.

use std::cmp::Reverse;

use serde_json::Value as Json;
use serde_json_path::JsonPath;
use serde_yaml::{Mapping, Value};

use super::query;
use crate::diagnostic::{Origins, Pointer};
use crate::load::lookup;

/// A document that overlays change.
pub(super) struct Edited {
    value: Value,
    origins: Origins,
    /// The same as `value`, for queries.
    json: Json,
}

/// The pieces that an update adds to are of another kind.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Incompatible {
    /// The keys from the target to the piece.
    pub(super) path: Vec<String>,
}

impl Edited {
    pub(super) fn new(value: Value) -> Self {
        Self {
            json: query::json(&value),
            origins: Origins::of_document(),
            value,
        }
    }

    pub(super) fn into_parts(self) -> (Value, Origins) {
        (self.value, self.origins)
    }

    pub(super) fn select(&self, path: &JsonPath) -> Vec<Pointer> {
        query::select(path, &self.json)
    }

    /// The value at a place with its origins.
    pub(super) fn at(&self, pointer: &Pointer) -> Option<(Value, Origins)> {
        let value = lookup::at(&self.value, pointer)?.clone();
        Some((value, self.origins.at(pointer)))
    }

    /// The kind of the value at a place: values of one kind can be updated together.
    pub(super) fn kind(&self, pointer: &Pointer) -> Option<Kind> {
        lookup::at(&self.value, pointer).map(Kind::of)
    }

    /// Merges `update` into the value at a place. Returns whether that changes anything.
    pub(super) fn update(
        &mut self,
        pointer: &Pointer,
        update: &Value,
        origins: &Origins,
    ) -> Result<bool, Incompatible> {
        let Some((target, target_origins)) = self.reach(pointer) else {
            return Ok(false);
        };
        let changed = match target {
            // The target itself may be an array to which one item is appended.
            Value::Sequence(items) if !update.is_sequence() => {
                target_origins.items(items.len()).push(origins.clone());
                items.push(update.clone());
                true
            }
            target => {
                check(target, update, &mut Vec::new())?;
                merge(target, target_origins, update, origins)
            }
        };
        self.refresh(pointer);
        Ok(changed)
    }

    /// Removes the values at these places, of which none is the whole document.
    pub(super) fn remove(&mut self, mut places: Vec<Pointer>) {
        // The last items of arrays go first, and values in others before these: the remaining places stay the same.
        places.sort_by_cached_key(|place| Reverse(order(place)));
        for place in &places {
            self.remove_one(place);
        }
        self.refresh(&Pointer::root());
    }

    fn remove_one(&mut self, pointer: &Pointer) {
        let mut keys: Vec<String> = pointer.segments().collect();
        let Some(last) = keys.pop() else {
            return;
        };
        let parent = keys.iter().fold(Pointer::root(), |at, key| at.key(key));
        match self.reach(&parent) {
            Some((Value::Mapping(members), _)) => {
                members.shift_remove(&last);
            }
            Some((Value::Sequence(items), origins)) => {
                if let Some(index) = last.parse().ok().filter(|index| *index < items.len()) {
                    origins.items(items.len()).remove(index);
                    items.remove(index);
                }
            }
            _ => {}
        }
    }

    fn reach(&mut self, pointer: &Pointer) -> Option<(&mut Value, &mut Origins)> {
        let mut found = (&mut self.value, &mut self.origins);
        for key in pointer.segments() {
            found = match found {
                (Value::Mapping(members), origins) => {
                    (members.get_mut(&key)?, origins.member(&key))
                }
                (Value::Sequence(items), origins) => {
                    let index: usize = key.parse().ok()?;
                    let origins = origins.items(items.len());
                    (items.get_mut(index)?, origins.get_mut(index)?)
                }
                _ => return None,
            };
        }
        Some(found)
    }

    /// Copies a changed value to the form for queries.
    fn refresh(&mut self, pointer: &Pointer) {
        let changed = lookup::at(&self.value, pointer).map(query::json);
        if let (Some(place), Some(changed)) = (self.json.pointer_mut(pointer.as_str()), changed) {
            *place = changed;
        }
    }
}

/// The order of places in a document, as far as it matters: items by position, and a value before those in it.
fn order(place: &Pointer) -> Vec<(Option<usize>, String)> {
    let keys = place.segments();
    keys.map(|key| (key.parse().ok(), key)).collect()
}

/// The kinds of values that are merged in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    Primitive,
}

impl Kind {
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::Mapping(_) => Self::Object,
            Value::Sequence(_) => Self::Array,
            _ => Self::Primitive,
        }
    }
}

/// Whether an update fits its target everywhere, so that it is applied as a whole or not at all.
fn check(target: &Value, update: &Value, path: &mut Vec<String>) -> Result<(), Incompatible> {
    if Kind::of(target) != Kind::of(update) {
        return Err(Incompatible { path: path.clone() });
    }
    let (Value::Mapping(members), Value::Mapping(update)) = (target, update) else {
        return Ok(());
    };
    for (key, update) in update {
        if let (Some(member), Some(key)) = (members.get(key), key.as_str()) {
            path.push(key.to_owned());
            check(member, update, path)?;
            path.pop();
        }
    }
    Ok(())
}

/// Objects are merged, arrays are concatenated, and other values are replaced. Returns whether anything changes.
fn merge(target: &mut Value, origins: &mut Origins, update: &Value, source: &Origins) -> bool {
    match (target, update) {
        (Value::Mapping(members), Value::Mapping(update)) => {
            merge_members(members, origins, update, source)
        }
        (Value::Sequence(items), Value::Sequence(update)) => {
            let places = origins.items(items.len());
            for (index, item) in update.iter().enumerate() {
                places.push(source.child(&index.to_string()));
                items.push(item.clone());
            }
            !update.is_empty()
        }
        (target, update) => {
            let changed = target != update;
            if changed {
                *target = update.clone();
                *origins = source.clone();
            }
            changed
        }
    }
}

fn merge_members(
    members: &mut Mapping,
    origins: &mut Origins,
    update: &Mapping,
    source: &Origins,
) -> bool {
    let mut changed = false;
    let named = update
        .iter()
        .filter_map(|(key, value)| Some((key.as_str()?, value)));
    for (key, update) in named {
        let source = source.child(key);
        let place = origins.member(key);
        if let Some(member) = members.get_mut(key) {
            changed |= merge(member, place, update, &source);
        } else {
            members.insert(key.into(), update.clone());
            *place = source;
            changed = true;
        }
    }
    changed
}
