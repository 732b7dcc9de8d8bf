//! Names that must differ from each other.

use std::collections::BTreeMap;

use super::words::Words;

/// The names of one kind and place.
#[derive(Debug)]
pub(super) struct Scope {
    style: fn(&Words) -> String,
    /// Whether names that differ in case alone are the same, as they are to some file systems.
    fold: bool,
    /// What has each name, and the numeral to try next when somebody else wants it.
    taken: BTreeMap<String, Holder>,
}

#[derive(Debug)]
struct Holder {
    text: String,
    next: usize,
}

/// A name that was given out.
pub(super) struct Claim {
    /// As Rust writes it.
    pub(super) name: String,
    /// The words that it is made of.
    pub(super) words: Words,
    /// Who has the name that was asked for, when a numeral had to tell the two apart.
    pub(super) rival: Option<String>,
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

    /// An empty scope in which case does not tell names apart, and where some names are taken.
    pub(super) fn folded(style: fn(&Words) -> String, reserved: &[&str]) -> Self {
        let mut scope = Self {
            fold: true,
            ..Self::new(style)
        };
        for name in reserved {
            scope.hold(name, "a name of the client itself");
        }
        scope
    }

    /// Gives out the name of `words`; if somebody has it, that with `word` at the end, else that with a numeral.
    ///
    /// `text` is what the document calls the thing; a rival hears it.
    pub(super) fn claim(&mut self, words: &Words, word: Option<&str>, text: &str) -> Claim {
        if self.is_free(words) {
            return self.give(words.clone(), text, None);
        }
        let qualified = word.map(|word| words.clone().and(word));
        if let Some(qualified) = qualified.filter(|words| self.is_free(words)) {
            return self.give(qualified, text, None);
        }
        loop {
            let key = self.key(&(self.style)(words));
            let Some(holder) = self.taken.get_mut(&key) else {
                return self.give(words.clone(), text, None);
            };
            let numbered = words.clone().and(&holder.next.to_string());
            holder.next += 1;
            let rival = Some(holder.text.clone());
            if self.is_free(&numbered) {
                return self.give(numbered, text, rival);
            }
        }
    }

    /// Whether nobody has the name.
    pub(super) fn is_free(&self, words: &Words) -> bool {
        !self.taken.contains_key(&self.key(&(self.style)(words)))
    }

    fn give(&mut self, words: Words, text: &str, rival: Option<String>) -> Claim {
        let name = (self.style)(&words);
        self.hold(&name, text);
        Claim { name, words, rival }
    }

    fn hold(&mut self, name: &str, text: &str) {
        let holder = Holder {
            text: text.to_owned(),
            next: 2,
        };
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
