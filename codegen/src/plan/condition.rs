use super::model::{Model, NamedOperation};
use crate::analyze::Availability;
use crate::name::TagNames;
use crate::parts::CLIENT;

/// The features of which an item needs any; none if it needs no feature.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition<'a>(pub Vec<&'a str>);

impl<'a> Condition<'a> {
    /// The condition of an item that is needed under either condition.
    pub(super) fn or(&self, other: &Self) -> Self {
        if self.0.is_empty() || other.0.is_empty() {
            return Self::default();
        }
        let others = other.0.iter().filter(|name| !self.0.contains(name));
        Self(self.0.iter().chain(others).copied().collect())
    }

    /// Whether both name the same features, in any order.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let all = |it: &Self, of: &Self| it.0.iter().all(|name| of.0.contains(name));
        all(self, other) && all(other, self)
    }

    /// The condition under which any of these is needed.
    #[must_use]
    pub fn any<'c>(mut all: impl Iterator<Item = &'c Self>) -> Self
    where
        'a: 'c,
    {
        let first = all.next().cloned().unwrap_or_default();
        all.fold(first, |any, condition| any.or(condition))
    }

    /// The condition of a type.
    pub(super) fn of(model: &Model<'a>, availability: &Availability) -> Self {
        let groups = match availability {
            Availability::Always => None,
            Availability::With(groups) => Some(groups),
        };
        let names = groups.into_iter().flatten();
        let names = names.map(|tag| &model.names.tags[tag.index()]);
        Self(names.filter_map(|names| names.feature.as_deref()).collect())
    }

    /// The condition of an item of a tag.
    pub(super) fn tag(names: &'a TagNames) -> Self {
        Self(names.feature.as_deref().into_iter().collect())
    }

    /// The features that an example of an operation needs, all of them.
    pub(super) fn of_example(model: &Model<'a>, operation: NamedOperation<'_>) -> Vec<&'a str> {
        let group = Self::operation(model, operation).0;
        std::iter::once(CLIENT).chain(group).collect()
    }

    /// The condition of an operation.
    pub(super) fn operation(model: &Model<'a>, operation: NamedOperation<'_>) -> Self {
        Self::tag(model.tag(operation))
    }
}
