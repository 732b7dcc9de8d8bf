//! Finds the places of pointers in the events of a text.

use std::collections::BTreeMap;

use crate::diagnostic::{Location, Pointer};

/// Where a wanted pointer was found.
#[derive(Clone, Copy)]
struct Found<P> {
    key: Option<P>,
    value: P,
    is_container: bool,
}

/// The place of a pointer, or of the nearest pointer above it that the text contains.
#[derive(Clone, Copy)]
pub(super) enum Nearest<P> {
    /// A key or a scalar.
    Token(P),
    /// The first line of a container without a key.
    Line(P),
}

/// A container that has begun.
struct Frame<P> {
    kind: Kind<P>,
    /// Whether a wanted pointer leads here. Otherwise no wanted pointer leads further down.
    is_wanted: bool,
    /// The length of the pointer to the parent.
    parent: usize,
}

enum Kind<P> {
    /// An object, between values or after a key.
    Object(Option<(String, P)>),
    /// An array, before the item of this index.
    Array(usize),
}

/// Receives the events of a text in their order. `P` is a place in the terms of the parser.
pub(super) struct Walk<P> {
    /// The wanted pointers, and all above them.
    wanted: BTreeMap<String, Option<Found<P>>>,
    frames: Vec<Frame<P>>,
    /// The pointer to the innermost wanted frame.
    path: String,
}

impl<P: Copy> Walk<P> {
    pub(super) fn new(locations: &[Location]) -> Self {
        let mut wanted = BTreeMap::new();
        for location in locations {
            if let Some(pointer) = location.pointer() {
                wanted.extend(ancestors(pointer.as_str()).map(|text| (text.to_owned(), None)));
            }
        }
        Self {
            wanted,
            frames: Vec::new(),
            path: String::new(),
        }
    }

    /// Whether the next scalar is a key.
    pub(super) fn expects_key(&self) -> bool {
        let frame = self.frames.last();
        frame.is_some_and(|frame| matches!(frame.kind, Kind::Object(None)))
    }

    pub(super) fn key(&mut self, text: &str, place: P) {
        if let Some(frame) = self.frames.last_mut() {
            let text = if frame.is_wanted { text } else { "" };
            frame.kind = Kind::Object(Some((text.to_owned(), place)));
        }
    }

    pub(super) fn scalar(&mut self, place: P) {
        let length = self.path.len();
        self.found(place, false);
        self.path.truncate(length);
        self.advance();
    }

    pub(super) fn enter_object(&mut self, place: P) {
        self.enter(Kind::Object(None), place);
    }

    pub(super) fn enter_array(&mut self, place: P) {
        self.enter(Kind::Array(0), place);
    }

    fn enter(&mut self, kind: Kind<P>, place: P) {
        let parent = self.path.len();
        let is_wanted = self.found(place, true);
        self.frames.push(Frame {
            kind,
            is_wanted,
            parent,
        });
    }

    pub(super) fn leave(&mut self) {
        let left = self.frames.pop();
        self.path.truncate(left.map_or(0, |frame| frame.parent));
        self.advance();
    }

    /// Extends the path to the value that begins here, and notes its place if it is wanted.
    fn found(&mut self, value: P, is_container: bool) -> bool {
        let key = match self.frames.last() {
            None => None,
            Some(frame) if !frame.is_wanted => return false,
            Some(frame) => match &frame.kind {
                Kind::Array(index) => {
                    self.path.push('/');
                    self.path.push_str(&index.to_string());
                    None
                }
                Kind::Object(key) => {
                    let segment = key.as_ref().map_or("", |(text, _)| text);
                    self.path.push_str(Pointer::root().key(segment).as_str());
                    key.as_ref().map(|(_, place)| *place)
                }
            },
        };
        let Some(wanted) = self.wanted.get_mut(&self.path) else {
            return false;
        };
        *wanted = Some(Found {
            key,
            value,
            is_container,
        });
        true
    }

    /// Notes in the innermost frame that a value has ended.
    fn advance(&mut self) {
        match self.frames.last_mut().map(|frame| &mut frame.kind) {
            Some(Kind::Object(key)) => *key = None,
            Some(Kind::Array(index)) => *index += 1,
            None => {}
        }
    }

    /// The place of a value or, if it is wanted, of its key. A container is located by its key.
    pub(super) fn nearest(&self, pointer: &Pointer, wants_key: bool) -> Option<Nearest<P>> {
        let (found, is_exact) = ancestors(pointer.as_str()).find_map(|text| {
            let found = (*self.wanted.get(text)?)?;
            Some((found, text.len() == pointer.as_str().len()))
        })?;
        let by_key = found.is_container || (wants_key && is_exact);
        Some(match found.key.filter(|_| by_key) {
            Some(key) => Nearest::Token(key),
            None if found.is_container => Nearest::Line(found.value),
            None => Nearest::Token(found.value),
        })
    }
}

/// A pointer and all above it, from the longest to the root.
fn ancestors(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |text| {
        text.rfind('/').map(|slash| &text[..slash])
    })
}
