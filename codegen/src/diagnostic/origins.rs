//! The texts from which the values of a document come, after overlays have changed it.

use std::collections::BTreeMap;

use super::location::Location;
use super::pointer::Pointer;

/// The origins of a value and of all values in it.
#[derive(Clone, Debug)]
pub struct Origins {
    /// The position of the overlay; `None` for the document.
    overlay: Option<usize>,
    /// The place there. What is not mentioned below is at its place in this value.
    at: Pointer,
    members: BTreeMap<String, Self>,
    /// All items, if the value is an array whose items have changed.
    items: Option<Vec<Self>>,
}

impl Origins {
    /// The origins of a document that no overlay has changed.
    #[must_use]
    pub fn of_document() -> Self {
        Self::new(None, Pointer::root())
    }

    /// The origins of a value in an overlay.
    #[must_use]
    pub fn of_overlay(overlay: usize, at: Pointer) -> Self {
        Self::new(Some(overlay), at)
    }

    fn new(overlay: Option<usize>, at: Pointer) -> Self {
        Self {
            overlay,
            at,
            members: BTreeMap::new(),
            items: None,
        }
    }

    /// The origins of the value at a place below.
    #[must_use]
    pub fn at(&self, place: &Pointer) -> Self {
        let mut known = self;
        let mut keys = place.segments();
        while let Some(key) = keys.next() {
            match known.known(&key) {
                Some(child) => known = child,
                // Nothing has changed from here on.
                None => return keys.fold(known.below(&key), |at, key| at.below(&key)),
            }
        }
        known.clone()
    }

    /// The member `key` or, if the value is an array, the item with this index.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        self.known(key).cloned().unwrap_or_else(|| self.below(key))
    }

    fn known(&self, key: &str) -> Option<&Self> {
        let items = self.items.as_ref();
        let item = items.and_then(|items| items.get(key.parse::<usize>().ok()?));
        item.or_else(|| self.members.get(key))
    }

    fn below(&self, key: &str) -> Self {
        Self::new(self.overlay, self.at.key(key))
    }

    /// The member `key`, to be changed.
    pub fn member(&mut self, key: &str) -> &mut Self {
        let unchanged = self.below(key);
        self.members.entry(key.to_owned()).or_insert(unchanged)
    }

    /// The items of an array with so many items, to be changed.
    pub fn items(&mut self, count: usize) -> &mut Vec<Self> {
        let (overlay, at) = (self.overlay, &self.at);
        let unchanged = || (0..count).map(|index| Self::new(overlay, at.index(index)));
        self.items.get_or_insert_with(|| unchanged().collect())
    }

    /// The place in its own text of a location in the changed document.
    #[must_use]
    pub fn locate(&self, location: &Location) -> Location {
        match location {
            Location::Value(pointer) => self.place(pointer, Location::Value),
            Location::Key(pointer) => self.place(pointer, Location::Key),
            Location::Offset(_) | Location::Overlay(..) => location.clone(),
        }
    }

    fn place(&self, pointer: &Pointer, form: fn(Pointer) -> Location) -> Location {
        let found = self.at(pointer);
        match found.overlay {
            None => form(found.at),
            Some(position) => form(found.at).in_overlay(position),
        }
    }
}
