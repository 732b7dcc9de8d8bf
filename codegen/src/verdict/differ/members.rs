//! Members of enums, unions and other items, which are independent of each other.

use std::collections::BTreeSet;

use super::super::change::{Axis, Effect, Verdict};
use super::super::surface::{Fact, Item, Kind};
use super::finding::Finding;
use super::sides::Sides;

pub(super) fn differ(sides: &Sides<'_>, old: &Item, new: &Item, all: &mut Vec<Finding>) {
    let mut taken = vec![false; old.members.len()];
    let mut added = Vec::new();
    for member in &new.members {
        let found = find(sides, (old, new), member, &taken);
        match found {
            Some(at) => {
                taken[at] = true;
                all.extend(changed(sides, new, &old.members[at], member));
            }
            None => added.push(member),
        }
    }
    for member in added {
        let effects = of_added(new, member);
        all.push(Finding::member(new, None, Some(member), effects));
    }
    let rest = old.members.iter().zip(taken).filter(|(_, is)| !is);
    all.extend(rest.map(|(member, _)| {
        let effects = vec![Effect::breaks(gone(member))];
        Finding::member(new, Some(member), None, effects)
    }));
}

fn gone(member: &Item) -> String {
    match member.kind {
        Kind::Variant => format!("The variant `{}` does not exist any more.", member.name),
        Kind::From => "The conversion does not exist any more.".to_owned(),
        _ => "The method does not exist any more.".to_owned(),
    }
}

fn of_added(owner: &Item, member: &Item) -> Vec<Effect> {
    let adds = match member.kind {
        Kind::Variant => "The variant is new; the enum is non-exhaustive.",
        Kind::From => "The conversion is new.",
        _ => "The method is new.",
    };
    let mut effects = vec![Effect::adds(adds)];
    let is_open = matches!(owner.kind, Kind::Enum | Kind::Union | Kind::Outcomes);
    if is_open && member.kind == Kind::Variant {
        effects.push(Effect::new(
            Axis::Behaviour,
            Verdict::Minor,
            "The value was read as the variant for unknown values.",
        ));
    }
    effects
}

/// The old member that a new one was: by name, or a variant with the same value.
fn find(
    sides: &Sides<'_>,
    (old, new): (&Item, &Item),
    member: &Item,
    taken: &[bool],
) -> Option<usize> {
    let stays = |other: &Item| new.members.iter().any(|it| it.name == other.name);
    let free = || old.members.iter().enumerate().filter(|(at, _)| !taken[*at]);
    let is_same = |it: &Item| {
        it.kind == member.kind
            && if member.kind == Kind::From {
                sides.is_same(&it.signature, &member.signature)
            } else {
                it.name == member.name
            }
    };
    let named = free().find(|(_, it)| is_same(it));
    let valued = || {
        let value = member.fact(Fact::Value)?;
        let mut variants = free().filter(|(_, it)| it.kind == Kind::Variant);
        variants.find(|(_, it)| it.fact(Fact::Value) == Some(value) && !stays(it))
    };
    let held = || {
        let is_held = member.kind == Kind::Variant && !member.signature.is_empty();
        let is_new = !old.members.iter().any(|it| it.name == member.name);
        let is_same =
            |it: &Item| it.kind == Kind::Variant && sides.is_same(&it.signature, &member.signature);
        free().find(|(_, it)| is_held && is_new && is_same(it) && !stays(it))
    };
    named.or_else(valued).or_else(held).map(|(at, _)| at)
}

fn changed(sides: &Sides<'_>, owner: &Item, old: &Item, new: &Item) -> Option<Finding> {
    let mut effects = Vec::new();
    if old.name != new.name && old.kind != Kind::From {
        effects.push(Effect::breaks("The variant has another name."));
    }
    if !sides.is_same(&old.signature, &new.signature) {
        let reason = match new.kind {
            Kind::Variant => "The variant has another payload.",
            Kind::Method => "The method has another signature.",
            _ => "The type has changed.",
        };
        effects.push(Effect::breaks(reason));
    }
    effects.extend(facts(sides, old, new));
    (!effects.is_empty()).then(|| Finding::member(owner, Some(old), Some(new), effects))
}

/// The effects of the facts of a member.
pub(super) fn facts(sides: &Sides<'_>, old: &Item, new: &Item) -> Vec<Effect> {
    let keys: BTreeSet<_> = old.facts.keys().chain(new.facts.keys()).collect();
    let effects = keys
        .into_iter()
        .filter_map(|fact| sides.fact(*fact, old.fact(*fact), new.fact(*fact)));
    effects.collect()
}
