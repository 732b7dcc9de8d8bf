use super::super::change::Effect;
use super::super::surface::{Fact, Item, Kind};

/// A difference of one item or member.
#[derive(Clone, Debug)]
pub(in crate::verdict) struct Finding {
    /// What is different, for the fingerprint.
    pub(in crate::verdict) rule: String,
    /// The kind of the item.
    pub(in crate::verdict) kind: Kind,
    /// The path of the item that has the member, or of the item itself.
    pub(in crate::verdict) owner: String,
    /// The path as it is shown.
    pub(in crate::verdict) path: String,
    /// The place in the document.
    pub(in crate::verdict) pointer: String,
    /// The old declaration.
    pub(in crate::verdict) old: Option<String>,
    /// The new declaration.
    pub(in crate::verdict) new: Option<String>,
    /// The effects.
    pub(in crate::verdict) effects: Vec<Effect>,
    /// The paths of others with the same cause.
    pub(in crate::verdict) also: Vec<String>,
}

impl Finding {
    /// A difference between two forms of an item.
    pub(super) fn item(rule: &str, old: &Item, new: &Item, effects: Vec<Effect>) -> Self {
        Self {
            rule: rule.to_owned(),
            kind: new.kind,
            owner: new.name.clone(),
            path: new.name.clone(),
            pointer: new.pointer.clone(),
            old: Some(shown(old, new)),
            new: Some(shown(new, old)),
            effects,
            also: Vec::new(),
        }
    }

    /// The same, which shows the values of a fact.
    pub(super) fn of_fact(mut self, fact: Fact, old: Option<&str>, new: Option<&str>) -> Self {
        if fact == Fact::Result {
            let result = |signature: Option<String>, ty: Option<&str>| {
                Some(format!("{} -> {}", signature?.split(" -> ").next()?, ty?))
            };
            (self.old, self.new) = (result(self.old, old), result(self.new, new));
        } else if !matches!(fact, Fact::Default | Fact::Secret | Fact::Deprecated) {
            (self.old, self.new) = (old.map(str::to_owned), new.map(str::to_owned));
        }
        self
    }

    pub(super) fn added(new: &Item, effect: Effect) -> Self {
        Self {
            rule: "added".to_owned(),
            kind: new.kind,
            owner: new.name.clone(),
            path: new.name.clone(),
            pointer: new.pointer.clone(),
            old: None,
            new: Some(new.declaration()),
            effects: vec![effect],
            also: Vec::new(),
        }
    }

    pub(super) fn removed(old: &Item, effect: Effect) -> Self {
        Self {
            rule: "removed".to_owned(),
            kind: old.kind,
            owner: old.name.clone(),
            path: old.name.clone(),
            pointer: old.pointer.clone(),
            old: Some(old.declaration()),
            new: None,
            effects: vec![effect],
            also: Vec::new(),
        }
    }

    /// A difference of a member of an item: the old one, the new one, or both.
    pub(super) fn member(
        owner: &Item,
        old: Option<&Item>,
        new: Option<&Item>,
        effects: Vec<Effect>,
    ) -> Self {
        let member = new.or(old);
        let name = member.map(|it| it.name.as_str()).unwrap_or_default();
        let pointer = member.map(|it| it.pointer.as_str());
        let pointer = pointer.filter(|it| !it.is_empty());
        let rule = match (old, new) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        };
        Self {
            rule: rule.to_owned(),
            kind: member.map_or(owner.kind, |it| it.kind),
            owner: owner.name.clone(),
            path: format!("{}::{name}", owner.name),
            pointer: pointer.unwrap_or(&owner.pointer).to_owned(),
            old: old.map(Item::declaration),
            new: new.map(Item::declaration),
            effects,
            also: Vec::new(),
        }
    }
}

/// The declaration, or the path if the declarations agree.
fn shown(item: &Item, other: &Item) -> String {
    if item.declaration() == other.declaration()
        || item.kind == Kind::Operation && item.name != other.name
    {
        item.name.clone()
    } else {
        item.declaration()
    }
}
