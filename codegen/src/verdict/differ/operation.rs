//! Operations: a parameter is an argument, a setter, or follows from another argument.

use super::super::change::{Axis, Effect, Verdict};
use super::super::surface::{Fact, Item, Kind};
use super::finding::Finding;
use super::members::facts;
use super::sides::Sides;

pub(super) fn differ(sides: &Sides<'_>, old: &Item, new: &Item, all: &mut Vec<Finding>) {
    let mut taken = vec![false; old.members.len()];
    let pairs: Vec<_> = [is_same_parameter, is_same_name].iter().fold(
        vec![None; new.members.len()],
        |mut pairs, is_same| {
            for (at, member) in new.members.iter().enumerate() {
                if pairs[at].is_none() {
                    let mut free = old.members.iter().enumerate();
                    let found = free.position(|(it, other)| !taken[it] && is_same(other, member));
                    if let Some(found) = found {
                        taken[found] = true;
                        pairs[at] = Some(found);
                    }
                }
            }
            pairs
        },
    );
    let start = all.len();
    for (member, pair) in new.members.iter().zip(&pairs) {
        let before = pair.map(|at| &old.members[at]);
        let effects = match before {
            Some(before) => {
                let mut effects = changed(sides, before, member);
                let is_renamed = before.name != member.name && member.kind == Kind::Argument;
                if is_renamed && new.fact(Fact::Named).is_some() {
                    effects.insert(0, Effect::breaks("The argument has another name."));
                }
                effects
            }
            None => added(member),
        };
        if !effects.is_empty() {
            all.push(Finding::member(new, before, Some(member), effects));
        }
    }
    for (member, is_taken) in old.members.iter().zip(taken) {
        if !is_taken {
            all.push(Finding::member(new, Some(member), None, removed(member)));
        }
    }
    let is_broken = |it: &Finding| {
        it.effects
            .iter()
            .any(|it| it.axis == Axis::Source && it.verdict == Verdict::Major)
    };
    let is_told = all[start..].iter().any(is_broken);
    let is_named = new.fact(Fact::Named).is_some();
    if !is_told && !is_named && is_moved(&order(old), &order(new)) {
        let reason = "The arguments are in another order.";
        all.push(Finding::item(
            "order",
            old,
            new,
            vec![Effect::breaks(reason)],
        ));
    }
}

fn is_parameter(item: &Item) -> bool {
    matches!(item.kind, Kind::Argument | Kind::Setter | Kind::Implied)
}

/// Whether both are the same parameter, or both the body.
fn is_same_parameter(old: &Item, new: &Item) -> bool {
    let key = |item: &Item| item.fact(Fact::Parameter).map(str::to_owned);
    let is_body = |item: &Item| item.fact(Fact::Writes).is_some();
    is_parameter(old)
        && is_parameter(new)
        && (key(old).is_some() && key(old) == key(new) || is_body(old) && is_body(new))
}

fn is_same_name(old: &Item, new: &Item) -> bool {
    old.name == new.name && (old.kind == new.kind || is_parameter(old) && is_parameter(new))
}

/// The names of the arguments, in order.
fn order(item: &Item) -> Vec<&str> {
    let arguments = item.members.iter().filter(|it| it.kind == Kind::Argument);
    arguments.map(|it| it.name.as_str()).collect()
}

/// Whether an argument has another position. Names alone do not matter.
fn is_moved(old: &[&str], new: &[&str]) -> bool {
    let position = |name| old.iter().position(|it| *it == name);
    let mut names = new.iter().enumerate();
    names.any(|(at, name)| position(*name).is_some_and(|it| it != at))
}

fn added(member: &Item) -> Vec<Effect> {
    vec![match member.kind {
        Kind::Argument => Effect::breaks("The method takes one more argument."),
        Kind::Setter => Effect::adds("The setter is new."),
        Kind::Implied => Effect::new(
            Axis::Wire,
            Verdict::Minor,
            "The parameter is sent with each request.",
        ),
        _ => Effect::adds("The method is new."),
    }]
}

fn removed(member: &Item) -> Vec<Effect> {
    vec![match member.kind {
        Kind::Argument => Effect::breaks("The method takes one argument less."),
        Kind::Setter => Effect::breaks("The setter does not exist any more."),
        Kind::Implied => Effect::new(
            Axis::Wire,
            Verdict::Major,
            "The parameter is not sent any more.",
        ),
        _ => Effect::breaks("The method does not exist any more."),
    }]
}

fn changed(sides: &Sides<'_>, old: &Item, new: &Item) -> Vec<Effect> {
    let mut effects = Vec::new();
    effects.extend(match (old.kind, new.kind) {
        (Kind::Setter, Kind::Argument) => Some(Effect::breaks("The setter becomes an argument.")),
        (Kind::Argument, Kind::Setter) => Some(Effect::breaks("The argument becomes a setter.")),
        (Kind::Argument, Kind::Implied) => Some(Effect::breaks(
            "The argument does not exist any more, because the body determines its value.",
        )),
        (Kind::Implied, Kind::Argument) => {
            Some(Effect::breaks("The parameter becomes an argument."))
        }
        (Kind::Setter, Kind::Implied) => {
            Some(Effect::breaks("The setter does not exist any more."))
        }
        (Kind::Implied, Kind::Setter) => Some(Effect::adds("The setter is new.")),
        _ => None,
    });
    let is_typed = new.kind != Kind::Implied && old.kind != Kind::Implied;
    if is_typed && !sides.is_same(&old.signature, &new.signature) {
        let what = match new.kind {
            Kind::Argument => "The argument has another type.",
            Kind::Setter => "The setter takes another type.",
            _ => "The method has another signature.",
        };
        effects.push(Effect::breaks(what));
    }
    if new.kind == Kind::Setter && old.kind == Kind::Setter && old.name != new.name {
        effects.push(Effect::breaks("The setter has another name."));
    }
    effects.extend(facts(sides, old, new));
    effects
}
