//! Names of tags: a handle, a module with its accessor, and a feature, with the same numeral if one is needed.

use std::collections::BTreeMap;
use std::slice;

use super::TagNames;
use super::report::report;
use super::reserved::{ACCESSORS, FEATURES, is_no_file};
use super::scope::{Claim, FILE_LENGTH, NameOwner, Preference, Scope};
use super::words::Words;
use crate::analyze::Features;
use crate::diagnostic::{Code, Sink};
use crate::ir::{Tag, TagId};

/// Names all tags; `idents` holds the names that their handles share with types and builders.
pub(super) fn names(
    tags: &[Tag],
    features: &Features,
    idents: &mut Scope,
    sink: &mut Sink,
) -> Vec<TagNames> {
    let mut scopes = Scopes {
        numerals: Numerals::default(),
        handles: idents,
        modules: Scope::folded(Words::snake, &ACCESSORS),
        features: Scope::folded(Words::kebab, &FEATURES),
        has_own_features: matches!(features, Features::OfTags),
    };
    let shared = shared(features, &mut scopes.features);
    let (firsts, others): (Vec<_>, Vec<_>) = preferences(tags)
        .into_iter()
        .partition(|(_, preference)| scopes.numerals.take(preference));
    let firsts = firsts
        .into_iter()
        .map(|(at, preference)| (at, preference, None));
    let others: Vec<_> = others
        .into_iter()
        .map(|(at, preference)| {
            let rival = scopes.numerals.holder(&preference);
            (at, preference, rival)
        })
        .collect();
    let mut names = BTreeMap::new();
    for (at, preference, rival) in firsts.chain(others) {
        let (claim, module, feature) = scopes.claim(&preference, rival);
        report(sink, Code::NameCollision, slice::from_ref(&claim));
        let name = TagNames {
            ident: claim.name,
            module,
            feature: match features {
                // A client with one group has no feature for it, because it would be empty without it.
                Features::OfTags => feature.filter(|_| tags.len() > 1),
                Features::Shared { first, .. } => shared.get(&first[at]).cloned(),
            },
        };
        names.insert(at, name);
    }
    names.into_values().collect()
}

/// The features that tags share, by the first tag of each.
fn shared(features: &Features, scope: &mut Scope) -> BTreeMap<TagId, String> {
    let names = match features {
        Features::Shared { names, .. } if names.len() > 1 => names,
        Features::Shared { .. } | Features::OfTags => return BTreeMap::new(),
    };
    let claim = |(tag, name): (&TagId, &String)| {
        let preference = Preference::plain(name);
        let words = preference.words.up_to(FILE_LENGTH);
        let preference = Preference {
            words,
            ..preference
        }
        .or("api");
        (*tag, scope.claim(preference).name)
    };
    names.iter().map(claim).collect()
}

/// The preferred names of the tags, by position. Given names come first, then names that are already in Rust's case,
/// then the others in alphabetical order.
fn preferences(tags: &[Tag]) -> Vec<(usize, Preference)> {
    let preferences = tags.iter().map(|tag| {
        let preference = Preference::of(tag.given.as_ref(), &tag.name).at(&tag.origin);
        let words = preference.words.up_to(FILE_LENGTH);
        let word = if words.ends_in("api") {
            "operations"
        } else {
            "api"
        };
        Preference {
            words,
            ..preference
        }
        .or(word)
    });
    let mut preferences: Vec<_> = preferences.enumerate().collect();
    preferences.sort_by_cached_key(|(at, Preference { text, words, .. })| {
        let is_rust = [words.camel(), words.snake(), words.kebab()].contains(text);
        (tags[*at].given.is_none(), !is_rust, text.clone())
    });
    preferences
}

/// The names of tags, by the words that the three names of a tag share.
#[derive(Default)]
struct Numerals(BTreeMap<String, Holder>);

struct Holder {
    /// The tag.
    tag: NameOwner,
    /// The next numeral to try.
    next: usize,
}

impl Numerals {
    /// Assigns the name without a numeral, unless another tag has it.
    fn take(&mut self, preference: &Preference) -> bool {
        let key = Self::key(&preference.words);
        let is_free = !self.0.contains_key(&key);
        if is_free {
            let tag = NameOwner {
                text: preference.text.clone(),
                origin: preference.origin.clone(),
            };
            self.0.insert(key, Holder { tag, next: 2 });
        }
        is_free
    }

    /// The tag that has the name.
    fn holder(&self, preference: &Preference) -> Option<NameOwner> {
        let holder = self.0.get(&Self::key(&preference.words))?;
        Some(holder.tag.clone())
    }

    /// The name with the first unused numeral.
    fn numbered(&mut self, preference: &Preference) -> Preference {
        let key = Self::key(&preference.words);
        let mut numeral = self.0.get(&key).map_or(2, |holder| holder.next);
        let numbered = loop {
            let words = preference.words.clone().and(&numeral.to_string());
            let numbered = Preference {
                words,
                ..preference.clone()
            };
            numeral += 1;
            if self.take(&numbered) {
                break numbered;
            }
        };
        if let Some(holder) = self.0.get_mut(&key) {
            holder.next = numeral;
        }
        numbered
    }

    fn key(words: &Words) -> String {
        words.camel().to_ascii_lowercase()
    }
}

struct Scopes<'s> {
    numerals: Numerals,
    handles: &'s mut Scope,
    modules: Scope,
    features: Scope,
    /// Whether each tag has a feature of its own.
    has_own_features: bool,
}

impl Scopes<'_> {
    /// The handle, the module and the feature of a tag. If something other than a tag has the name, a word is appended;
    /// if a tag has it, or the word is not sufficient, all three have the same numeral.
    fn claim(
        &mut self,
        preference: &Preference,
        mut rival: Option<NameOwner>,
    ) -> (Claim, String, Option<String>) {
        let mut claimed = match rival {
            Some(_) => self.numerals.numbered(preference),
            None => preference.clone(),
        };
        while !self.have_room(&claimed) {
            rival = rival.or_else(|| self.holder(preference));
            claimed = self.numerals.numbered(preference);
        }
        let module = self.modules.claim(as_file(claimed.clone())).name;
        let feature = self
            .has_own_features
            .then(|| self.features.claim(claimed.clone()).name);
        let handle = self.handles.claim(claimed);
        (Claim { rival, ..handle }, module, feature)
    }

    fn have_room(&self, preference: &Preference) -> bool {
        self.handles.has_room(preference)
            && (!self.has_own_features || self.features.has_room(preference))
            && self.modules.has_room(&as_file(preference.clone()))
    }

    /// The owner of the name that the tag cannot have.
    fn holder(&self, preference: &Preference) -> Option<NameOwner> {
        let scopes = [&*self.handles, &self.modules, &self.features];
        let mut holders = scopes
            .into_iter()
            .map(|scope| scope.holder(&preference.words));
        holders.find_map(Option::<&NameOwner>::cloned)
    }
}

/// Keywords are avoided because of `client.r#type()`, and some names cannot be file names.
fn as_file(preference: Preference) -> Preference {
    if is_no_file(&preference.words.snake()) {
        let words = preference
            .words
            .and(preference.word.as_deref().unwrap_or_default());
        return Preference {
            words,
            ..preference
        };
    }
    preference
}
