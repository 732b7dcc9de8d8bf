//! Scopes of unique names.

use std::collections::BTreeMap;

use super::words::Words;
use crate::diagnostic::Pointer;
use crate::ir::{GivenName, Operation};

/// The maximum length of a name that becomes a file name, without a numeral or suffix. File systems allow
/// 255 bytes, some of which rustdoc and Cargo need.
pub(super) const FILE_LENGTH: usize = 120;

/// The names of one kind and place.
#[derive(Debug)]
pub(super) struct Scope {
    style: fn(&Words) -> String,
    /// Whether the names become file names: they must differ by more than case, and have a maximum length.
    fold: bool,
    /// The owner of each name, and the next numeral to try.
    taken: BTreeMap<String, Holder>,
}

#[derive(Debug)]
struct Holder {
    rival: NameOwner,
    next: usize,
}

/// The owner of a name that another item requested.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NameOwner {
    /// Its name in the document.
    pub(super) text: String,
    /// Its location in the document, if any.
    pub(super) origin: Option<Pointer>,
}

/// A request for a name.
#[derive(Clone)]
pub(super) struct Preference {
    /// Its name in the document, for the finding about a collision.
    pub(super) text: String,
    /// Its location in the document, if any.
    pub(super) origin: Option<Pointer>,
    /// The words of its name.
    pub(super) words: Words,
    /// The word to append if the name is taken.
    pub(super) word: Option<String>,
}

impl Preference {
    /// Requests the name derived from the words of `text`.
    pub(super) fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            origin: None,
            words: Words::of(text),
            word: None,
        }
    }

    /// Requests the name of an operation; that of an alternative contains the version.
    pub(super) fn of_operation(operation: &Operation) -> Self {
        let preference = Self::of(operation.given.as_ref(), &operation.id).at(&operation.origin);
        match &operation.alternative {
            None => preference,
            Some(version) => Self {
                text: format!("{} {version}", preference.text),
                words: preference.words.and(&version.to_string()),
                ..preference
            },
        }
    }

    /// Requests the name that the document gives, else the one derived from `text`.
    pub(super) fn of(given: Option<&GivenName>, text: &str) -> Self {
        Self::plain(given.map_or(text, GivenName::as_str))
    }

    /// Sets the location in the document.
    pub(super) fn at(self, origin: &Pointer) -> Self {
        Self {
            origin: Some(origin.clone()),
            ..self
        }
    }

    /// Sets the word to append if the name is taken.
    pub(super) fn or(self, word: &str) -> Self {
        Self {
            word: Some(word.to_owned()),
            ..self
        }
    }
}

/// An assigned name.
pub(super) struct Claim {
    /// The identifier.
    pub(super) name: String,
    /// Its words.
    pub(super) words: Words,
    /// The name in the document.
    pub(super) text: String,
    /// Its location in the document, if any.
    pub(super) origin: Option<Pointer>,
    /// The owner of the requested name, if a numeral was needed.
    pub(super) rival: Option<NameOwner>,
}

impl Scope {
    /// Creates an empty scope.
    pub(super) fn new(style: fn(&Words) -> String) -> Self {
        Self {
            style,
            fold: false,
            taken: BTreeMap::new(),
        }
    }

    /// Creates a scope of file names in which some are taken.
    pub(super) fn folded(style: fn(&Words) -> String, reserved: &[&str]) -> Self {
        let mut scope = Self {
            fold: true,
            ..Self::new(style)
        };
        for name in reserved {
            let rival = NameOwner {
                text: "a name of the client itself".to_owned(),
                origin: None,
            };
            scope.hold(name, rival);
        }
        scope
    }

    /// Assigns the requested names. Names that are already in Rust's case come first, then the others by
    /// name: `id` is `id`, whether `_id` precedes it or not. Document order is irrelevant.
    pub(super) fn claim_all(&mut self, preferences: Vec<Preference>) -> Vec<Claim> {
        let style = self.style;
        let mut preferences: Vec<_> = preferences.into_iter().enumerate().collect();
        preferences.sort_by_cached_key(|(_, Preference { text, words, .. })| {
            let name = style(words);
            (name.trim_start_matches("r#") != text, text.clone())
        });
        let claims: BTreeMap<_, _> = preferences
            .into_iter()
            .map(|(at, preference)| (at, self.claim(preference)))
            .collect();
        claims.into_values().collect()
    }

    /// Assigns the requested name; if it is taken, the name with the word appended, else with a
    /// numeral.
    pub(super) fn claim(&mut self, preference: Preference) -> Claim {
        let Preference {
            text,
            origin,
            words,
            word,
        } = preference;
        let thing = NameOwner { text, origin };
        let words = if self.fold {
            words.up_to(FILE_LENGTH)
        } else {
            words
        };
        if self.is_free(&words) {
            return self.give(words, thing, None);
        }
        let qualified = word.map(|word| words.clone().and(&word));
        if let Some(qualified) = qualified.filter(|words| self.is_free(words)) {
            return self.give(qualified, thing, None);
        }
        let key = self.key(&(self.style)(&words));
        let (rival, mut numeral) = match self.taken.get(&key) {
            Some(holder) => (Some(holder.rival.clone()), holder.next),
            None => (None, 2),
        };
        let mut numbered = words.clone().and(&numeral.to_string());
        while !self.is_free(&numbered) {
            numeral += 1;
            numbered = words.clone().and(&numeral.to_string());
        }
        if let Some(holder) = self.taken.get_mut(&key) {
            holder.next = numeral + 1;
        }
        self.give(numbered, thing, rival)
    }

    /// Whether the name is free.
    pub(super) fn is_free(&self, words: &Words) -> bool {
        !self.taken.contains_key(&self.key(&(self.style)(words)))
    }

    /// Whether the name is free, with or without the word appended.
    pub(super) fn has_room(&self, preference: &Preference) -> bool {
        let qualified = preference
            .word
            .as_ref()
            .map(|word| preference.words.clone().and(word));
        self.is_free(&preference.words) || qualified.is_some_and(|words| self.is_free(&words))
    }

    /// The owner of the name.
    pub(super) fn holder(&self, words: &Words) -> Option<&NameOwner> {
        let holder = self.taken.get(&self.key(&(self.style)(words)))?;
        Some(&holder.rival)
    }

    fn give(&mut self, words: Words, thing: NameOwner, rival: Option<NameOwner>) -> Claim {
        let name = (self.style)(&words);
        self.hold(&name, thing.clone());
        Claim {
            name,
            words,
            text: thing.text,
            origin: thing.origin,
            rival,
        }
    }

    fn hold(&mut self, name: &str, rival: NameOwner) {
        let holder = Holder { rival, next: 2 };
        self.taken.insert(self.key(name), holder);
    }

    fn key(&self, name: &str) -> String {
        if self.fold {
            name.to_ascii_lowercase()
        } else {
            name.to_owned()
        }
    }
}
