//! Names that must differ from each other.

use std::collections::BTreeMap;

use super::words::Words;
use crate::diagnostic::Pointer;
use crate::ir::{GivenName, Operation};

/// The greatest length of a name that becomes that of a file, but for a numeral or a word behind it. File systems allow
/// 255 bytes, of which rustdoc and Cargo need some for themselves.
pub(super) const FILE_LENGTH: usize = 120;

/// The names of one kind and place.
#[derive(Debug)]
pub(super) struct Scope {
    style: fn(&Words) -> String,
    /// Whether the names become those of files: case alone does not tell them apart, and they have a greatest length.
    fold: bool,
    /// What has each name, and the numeral to try next when somebody else wants it.
    taken: BTreeMap<String, Holder>,
}

#[derive(Debug)]
struct Holder {
    rival: Rival,
    next: usize,
}

/// The thing that has a name which another one wants.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rival {
    /// What the document calls it.
    pub(super) text: String,
    /// Its place in the document, where it has one.
    pub(super) origin: Option<Pointer>,
}

/// A thing that wants a name.
#[derive(Clone)]
pub(super) struct Wish {
    /// What the document calls it; a rival hears it.
    pub(super) text: String,
    /// Its place in the document, where it has one.
    pub(super) origin: Option<Pointer>,
    /// What its name is made of.
    pub(super) words: Words,
    /// What to add when somebody has the name.
    pub(super) word: Option<String>,
}

impl Wish {
    /// For the name that the words of `text` make.
    pub(super) fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            origin: None,
            words: Words::of(text),
            word: None,
        }
    }

    /// For the name of an operation; that of an alternative says the version.
    pub(super) fn of_operation(operation: &Operation) -> Self {
        let wish = Self::of(operation.given.as_ref(), &operation.id).at(&operation.origin);
        match &operation.alternative {
            None => wish,
            Some(version) => Self {
                text: format!("{} {version}", wish.text),
                words: wish.words.and(&version.to_string()),
                ..wish
            },
        }
    }

    /// For the name that the document gives, else the one that the words of `text` make.
    pub(super) fn of(given: Option<&GivenName>, text: &str) -> Self {
        Self::plain(given.map_or(text, GivenName::as_str))
    }

    /// For the same thing, which is at `origin`.
    pub(super) fn at(self, origin: &Pointer) -> Self {
        Self {
            origin: Some(origin.clone()),
            ..self
        }
    }

    /// For the same, or with `word` at the end.
    pub(super) fn or(self, word: &str) -> Self {
        Self {
            word: Some(word.to_owned()),
            ..self
        }
    }
}

/// A name that was given out.
pub(super) struct Claim {
    /// As Rust writes it.
    pub(super) name: String,
    /// The words that it is made of.
    pub(super) words: Words,
    /// What the document calls the thing.
    pub(super) text: String,
    /// Its place in the document, where it has one.
    pub(super) origin: Option<Pointer>,
    /// What has the name that was asked for, when a numeral had to tell the two apart.
    pub(super) rival: Option<Rival>,
}

impl Scope {
    /// An empty scope.
    pub(super) fn new(style: fn(&Words) -> String) -> Self {
        Self {
            style,
            fold: false,
            taken: BTreeMap::new(),
        }
    }

    /// An empty scope of names that become those of files, where some are taken.
    pub(super) fn folded(style: fn(&Words) -> String, reserved: &[&str]) -> Self {
        let mut scope = Self {
            fold: true,
            ..Self::new(style)
        };
        for name in reserved {
            let rival = Rival {
                text: "a name of the client itself".to_owned(),
                origin: None,
            };
            scope.hold(name, rival);
        }
        scope
    }

    /// Gives out the names that are wished for. What the document calls as Rust does comes first, then the others by
    /// what they are called: `id` is `id`, whether `_id` stands before it or not, and no order in the document matters.
    pub(super) fn claim_all(&mut self, wishes: Vec<Wish>) -> Vec<Claim> {
        let style = self.style;
        let mut wishes: Vec<_> = wishes.into_iter().enumerate().collect();
        wishes.sort_by_cached_key(|(_, Wish { text, words, .. })| {
            let name = style(words);
            (name.trim_start_matches("r#") != text, text.clone())
        });
        let claims: BTreeMap<_, _> = wishes
            .into_iter()
            .map(|(at, wish)| (at, self.claim(wish)))
            .collect();
        claims.into_values().collect()
    }

    /// Gives out the name that is wished for; if somebody has it, that with the word at the end, else that with a
    /// numeral.
    pub(super) fn claim(&mut self, wish: Wish) -> Claim {
        let Wish {
            text,
            origin,
            words,
            word,
        } = wish;
        let thing = Rival { text, origin };
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

    /// Whether nobody has the name.
    pub(super) fn is_free(&self, words: &Words) -> bool {
        !self.taken.contains_key(&self.key(&(self.style)(words)))
    }

    /// Whether nobody has the name, or that with the word at the end.
    pub(super) fn has_room(&self, wish: &Wish) -> bool {
        let qualified = wish.word.as_ref().map(|word| wish.words.clone().and(word));
        self.is_free(&wish.words) || qualified.is_some_and(|words| self.is_free(&words))
    }

    /// What has the name.
    pub(super) fn holder(&self, words: &Words) -> Option<&Rival> {
        let holder = self.taken.get(&self.key(&(self.style)(words)))?;
        Some(&holder.rival)
    }

    fn give(&mut self, words: Words, thing: Rival, rival: Option<Rival>) -> Claim {
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

    fn hold(&mut self, name: &str, rival: Rival) {
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
