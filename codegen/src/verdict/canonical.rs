//! Signatures that can be compared: aliases are resolved and renamed types have their new names.

use std::collections::BTreeMap;

use super::surface::{Fact, Item, Kind};

/// The replacements for the names of types in signatures of one side.
#[derive(Clone, Debug, Default)]
pub(super) struct Canonical(BTreeMap<String, String>);

impl Canonical {
    /// The replacements for `items`: first those of `renamed`, then the targets of aliases.
    pub(super) fn of(items: &[Item], renamed: &BTreeMap<String, String>) -> Self {
        let mut map = renamed.clone();
        let aliases = items.iter().filter(|it| it.kind == Kind::Alias);
        for item in aliases {
            let target = item.fact(Fact::Target).unwrap_or_default();
            map.insert(item.ident().to_owned(), target.to_owned());
        }
        let mut all = Self(map);
        all.close(renamed);
        all
    }

    /// Replaces names within the targets of aliases. Each round doubles the depth of the aliases that are replaced, so
    /// that eight are enough for 256 aliases of aliases.
    fn close(&mut self, renamed: &BTreeMap<String, String>) {
        for _ in 0..8 {
            let next: BTreeMap<_, _> = self
                .0
                .iter()
                .map(|(name, target)| {
                    let is_rename = renamed.get(name) == Some(target);
                    let target = if is_rename {
                        target.clone()
                    } else {
                        self.apply(target)
                    };
                    (name.clone(), target)
                })
                .collect();
            if next == self.0 {
                return;
            }
            self.0 = next;
        }
    }

    /// The signature with names replaced.
    pub(super) fn apply(&self, signature: &str) -> String {
        if self.0.is_empty() {
            return signature.to_owned();
        }
        let mut text = String::with_capacity(signature.len());
        for token in tokens(signature) {
            let is_path = text.ends_with("::");
            match self.0.get(token) {
                Some(target) if !is_path => text.push_str(target),
                _ => text.push_str(token),
            }
        }
        text
    }
}

/// Identifiers, and the characters between them.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if is_part(first) {
            rest.find(|c| !is_part(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(end);
        rest = after;
        Some(token)
    })
}

/// The identifiers in a signature that can be types of the API.
pub(super) fn mentioned(signature: &str) -> impl Iterator<Item = &str> {
    tokens(signature).filter(|it| it.starts_with(char::is_uppercase))
}
