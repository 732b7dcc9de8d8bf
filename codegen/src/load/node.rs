//! A place in the raw document: the value, and the pointer that a diagnostic needs.

use serde_yaml::Value;

use crate::diagnostic::Pointer;

/// A value of the raw document together with the way to it.
#[derive(Clone, Debug)]
pub(crate) struct Node<'d> {
    pub(crate) value: &'d Value,
    pub(crate) at: Pointer,
}

impl<'d> Node<'d> {
    pub(crate) fn new(value: &'d Value, at: Pointer) -> Self {
        Self { value, at }
    }

    /// The member `key`, when this is an object that has it.
    pub(crate) fn get(&self, key: &str) -> Option<Self> {
        let value = member(self.value, key)?;
        Some(Self::new(value, self.at.key(key)))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        member(self.value, key).is_some()
    }

    pub(crate) fn str(&self, key: &str) -> Option<&'d str> {
        member(self.value, key)?.as_str()
    }

    /// The members of this object, in document order.
    pub(crate) fn entries(&self) -> Vec<(&'d str, Self)> {
        let members = self.value.as_mapping().into_iter().flatten();
        members
            .filter_map(|(key, value)| Some((key.as_str()?, value)))
            .map(|(key, value)| (key, Self::new(value, self.at.key(key))))
            .collect()
    }

    /// The items of this array.
    pub(crate) fn items(&self) -> Vec<Self> {
        let items = self.value.as_sequence().into_iter().flatten();
        items
            .enumerate()
            .map(|(index, value)| Self::new(value, self.at.index(index)))
            .collect()
    }
}

/// How many keys take less time to compare than one to hash.
const FEW: usize = 8;

/// The member `key` of an object. Most objects of a document are small, and each is asked for every keyword.
fn member<'d>(object: &'d Value, key: &str) -> Option<&'d Value> {
    let members = object.as_mapping()?;
    if members.len() > FEW {
        return members.get(key);
    }
    let mut members = members.iter();
    members.find_map(|(name, value)| (name.as_str()? == key).then_some(value))
}

/// A whole number from 0; `10.0` is the integer 10 to JSON Schema.
pub(super) fn count(value: &Value) -> Option<u64> {
    // Below 2^53, doubles have every whole number.
    let exact = |number: &f64| number.fract() == 0.0 && (0.0..9e15).contains(number);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and in range"
    )]
    let whole = |number: f64| number as u64;
    let float = || value.as_f64().filter(exact).map(whole);
    value.as_u64().or_else(float)
}
