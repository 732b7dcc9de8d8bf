//! The Cargo features of groups of operations.

use std::collections::BTreeMap;

use crate::ir::{Tag, TagId};

/// The maximum number of features for groups. crates.io accepts packages with up to 300 features, and those of
/// the runtime count as well.
const LIMIT: usize = 250;

/// The features of tags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Features {
    /// A feature for each tag.
    #[default]
    OfTags,
    /// Tags whose names begin alike share a feature, because there are too many tags.
    Shared {
        /// By tag: the first tag with the same feature.
        first: Vec<TagId>,
        /// The beginning that the names of its tags share, by first tag.
        names: BTreeMap<TagId, String>,
    },
}

impl Features {
    pub(super) fn of(tags: &[Tag]) -> Self {
        if tags.len() <= LIMIT {
            return Self::OfTags;
        }
        // One feature for all tags is no feature.
        let beginnings = [segment, word, |_: &str| ""];
        let mut shared = beginnings.iter().map(|beginning| by(tags, *beginning));
        let few = shared.find(|(_, names)| names.len() <= LIMIT);
        few.map_or(Self::OfTags, |(first, names)| Self::Shared { first, names })
    }

    /// The first tag that has the feature of this one.
    #[must_use]
    pub fn first(&self, tag: TagId) -> TagId {
        match self {
            Self::OfTags => tag,
            Self::Shared { first, .. } => first[tag.index()],
        }
    }

    /// The number of features, given the number of tags.
    pub(super) fn count(&self, tags: usize) -> usize {
        match self {
            Self::OfTags => tags,
            Self::Shared { names, .. } => names.len(),
        }
    }
}

fn by(tags: &[Tag], beginning: fn(&str) -> &str) -> (Vec<TagId>, BTreeMap<TagId, String>) {
    let mut firsts = BTreeMap::new();
    let mut names = BTreeMap::new();
    let first = tags.iter().enumerate().map(|(position, tag)| {
        let name = beginning(&tag.name);
        let id = TagId::new(position);
        let first = *firsts.entry(name.to_lowercase()).or_insert(id);
        names.entry(first).or_insert_with(|| name.to_owned());
        first
    });
    (first.collect(), names)
}

/// `Billing Plans` of `Billing Plans/Invoices` and of `Billing Plans.Invoices`.
fn segment(name: &str) -> &str {
    until(name, |c| !c.is_alphanumeric() && !" -_".contains(c))
}

/// `Billing` of `Billing Plans`.
fn word(name: &str) -> &str {
    until(name, |c| !c.is_alphanumeric())
}

/// The name up to the first such character, or all of it if it begins with one.
fn until(name: &str, is_end: impl Fn(char) -> bool) -> &str {
    match name.split(is_end).next() {
        None | Some("") => name,
        Some(beginning) => beginning.trim_end(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Features, segment, word};
    use crate::ir::TagId;
    use crate::sample::tag;

    fn of(names: impl Iterator<Item = String>) -> Features {
        let tags: Vec<_> = names.map(|name| tag(&name)).collect();
        Features::of(&tags)
    }

    #[test]
    fn up_to_250_tags_have_a_feature_each() {
        let features = of((0..250).map(|at| format!("a.{at}")));
        assert_eq!(features, Features::OfTags);
        assert_eq!(features.first(TagId::new(7)), TagId::new(7));
        assert_eq!(features.count(250), 250);
    }

    #[test]
    fn more_tags_share_the_features_of_their_first_segments() {
        let segments = ["Users", "My sites", "users"];
        let features = of((0..400).map(|at| format!("{}.part {at}", segments[at % 3])));
        assert_eq!(features.count(400), 2);
        let first = |at| features.first(TagId::new(at)).index();
        assert_eq!([0, 1, 4, 5].map(first), [0, 1, 1, 0], "case is ignored");
        let Features::Shared { names, .. } = &features else {
            panic!("{features:?}");
        };
        let names: Vec<_> = names.values().collect();
        assert_eq!(names, ["Users", "My sites"]);
    }

    #[test]
    fn more_segments_share_the_features_of_their_first_words() {
        let features = of((0..400).map(|at| format!("{} {at}", ["Users", "Sites"][at % 2])));
        assert_eq!(features.count(400), 2);
        assert_eq!(features.first(TagId::new(3)), TagId::new(1));
    }

    #[test]
    fn more_words_have_no_features() {
        assert_eq!(of((0..400).map(|at| format!("tag{at}"))).count(400), 1);
    }

    #[test]
    fn a_name_without_a_beginning_is_its_own() {
        let segments = ["a b.c", "a b ", "/a"].map(segment);
        assert_eq!(segments, ["a b", "a b", "/a"]);
        let words = ["a b.c", "été-1", "_a", ""].map(word);
        assert_eq!(words, ["a", "été", "_a", ""]);
    }
}
