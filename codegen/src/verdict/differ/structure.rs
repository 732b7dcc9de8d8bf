//! Structs: a property is a field, a setter and an argument of `new`, whose changes have one cause.

use indexmap::IndexMap;

use super::super::change::{Axis, Effect, Verdict};
use super::super::surface::{Fact, Item, Kind};
use super::finding::Finding;
use super::members::facts;
use super::sides::Sides;

/// The members of one property.
#[derive(Default)]
struct Property<'a> {
    field: Option<&'a Item>,
    setter: Option<&'a Item>,
    constant: Option<&'a Item>,
    argument: Option<&'a str>,
}

type Properties<'a> = IndexMap<&'a str, Property<'a>>;

pub(super) fn differ(sides: &Sides<'_>, old: &Item, new: &Item, all: &mut Vec<Finding>) {
    let (before, after) = (properties(old), properties(new));
    let moved = is_moved(&before, &after);
    let loses_default = lose_default(all, old, new);
    let start = all.len();
    let is_sent = sent(old, new, all);
    let names = after
        .keys()
        .chain(before.keys().filter(|it| !after.contains_key(*it)));
    let mut explains_new = false;
    for name in names {
        let (was, is) = (before.get(name), after.get(name));
        let mut effects = effects(sides, was, is);
        if is_sent {
            effects.retain(|it| !is_of_setter(it));
        }
        let is_argument = is.is_some_and(|it| it.argument.is_some());
        if is_argument && loses_default && was.is_none_or(|it| it.argument.is_none()) {
            effects.insert(
                0,
                Effect::breaks(
                    "`Default` is not implemented any more, because the property is required.",
                ),
            );
        }
        if effects.is_empty() {
            continue;
        }
        let is_new = was.and_then(|it| it.argument).is_some() != is_argument;
        explains_new |= is_new || effects.iter().any(|it| it.verdict == Verdict::Major);
        all.push(finding(new, was, is, effects));
    }
    if loses_default && all.len() == start {
        let reason = "`Default` is not implemented any more.";
        all.push(Finding::item(
            "Default",
            old,
            new,
            vec![Effect::breaks(reason)],
        ));
    }
    if !is_sent {
        constructor(old, new, moved && !explains_new, all);
    }
}

const SETTER_ADDED: &str = "The setter is new.";
const SETTER_REMOVED: &str = "The setter does not exist any more.";

fn is_of_setter(effect: &Effect) -> bool {
    [SETTER_ADDED, SETTER_REMOVED].contains(&&*effect.reason)
}

/// Whether the type is sent and was not, or the reverse: all setters come or go together.
fn sent(old: &Item, new: &Item, all: &mut Vec<Finding>) -> bool {
    let count = |item: &Item| {
        let setters = item.members.iter().filter(|it| it.kind == Kind::Setter);
        setters.count()
    };
    let effect = match (count(old), count(new)) {
        (0, some) if some > 0 && has_fields_of_setters(old, new) => {
            Effect::adds("The type is sent as well, and has setters.")
        }
        (some, 0) if some > 0 && has_fields_of_setters(new, old) => {
            Effect::breaks("The type is not sent any more, and has no setters.")
        }
        _ => return false,
    };
    all.push(Finding::item("sent", old, new, vec![effect]));
    true
}

/// Whether a type without setters has a field that another form of it has a setter for. `new` does not take the field.
fn has_fields_of_setters(without: &Item, with: &Item) -> bool {
    let properties = properties(without);
    let mut setters = with.members.iter().filter(|it| it.kind == Kind::Setter);
    setters.any(|setter| {
        let property = properties.get(setter.name.as_str());
        property.is_some_and(|it| it.field.is_some() && it.argument.is_none())
    })
}

/// Whether `Default` is lost; the properties that are arguments explain it.
fn lose_default(all: &mut Vec<Finding>, old: &Item, new: &Item) -> bool {
    let is_lost = old.fact(Fact::Default).is_some() && new.fact(Fact::Default).is_none();
    if is_lost {
        all.retain(|it| it.owner != new.name || it.rule != "Default");
    }
    is_lost
}

/// Whether `new` has gone, or takes its arguments in another order.
fn constructor(old: &Item, new: &Item, is_moved: bool, all: &mut Vec<Finding>) {
    let find = |item: &Item| item.members.iter().find(|it| it.kind == Kind::New).cloned();
    let (before, after) = (find(old), find(new));
    let effect = match (&before, &after) {
        (Some(_), None) => Effect::breaks("The constructor `new` does not exist any more."),
        (None, Some(_)) if new.fact(Fact::Default).is_some() => {
            Effect::adds("The constructor `new` is new.")
        }
        (Some(before), Some(after))
            if before.facts.is_empty() != after.facts.is_empty() && old.name == new.name =>
        {
            Effect::breaks(
                "`new` takes its arguments by position instead of by name, or the reverse.",
            )
        }
        (Some(_), Some(after)) if is_moved && after.facts.is_empty() => {
            Effect::breaks("`new` takes its arguments in another order.")
        }
        _ => return,
    };
    let (before, after) = (before.as_ref(), after.as_ref());
    all.push(Finding::member(new, before, after, vec![effect]));
}

fn properties(item: &Item) -> Properties<'_> {
    let mut all = Properties::new();
    for member in &item.members {
        match member.kind {
            Kind::Field => all.entry(&member.name).or_default().field = Some(member),
            Kind::Setter => all.entry(&member.name).or_default().setter = Some(member),
            Kind::Constant => all.entry(&member.name).or_default().constant = Some(member),
            Kind::New => {
                for (name, ty) in arguments(&member.signature) {
                    all.entry(name).or_default().argument = Some(ty);
                }
            }
            _ => {}
        }
    }
    all
}

/// The names and types of arguments. Types have commas in angle brackets and parentheses only.
fn arguments(signature: &str) -> Vec<(&str, &str)> {
    let mut depth = 0_usize;
    let split = signature.split(|c| {
        match c {
            '<' | '(' => depth += 1,
            '>' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    });
    split
        .filter_map(|argument| argument.trim().split_once(": "))
        .collect()
}

/// Whether `new` has the same arguments in another order.
fn is_moved(before: &Properties<'_>, after: &Properties<'_>) -> bool {
    let list = |all: &Properties<'_>| -> Vec<String> {
        let arguments = all.iter().filter(|(_, it)| it.argument.is_some());
        arguments.map(|(name, _)| (*name).to_owned()).collect()
    };
    let (mut old, mut new) = (list(before), list(after));
    let differs = old != new;
    old.sort_unstable();
    new.sort_unstable();
    differs && old == new
}

fn effects(
    sides: &Sides<'_>,
    old: Option<&Property<'_>>,
    new: Option<&Property<'_>>,
) -> Vec<Effect> {
    let empty = Property::default();
    let (old, new) = (old.unwrap_or(&empty), new.unwrap_or(&empty));
    let mut effects = Vec::new();
    effects.extend(field(sides, old, new));
    effects.extend(argument(sides, old, new));
    effects.extend(setter(sides, old, new));
    effects.extend(constant(old, new));
    if let (Some(old), Some(new)) = (old.field, new.field) {
        effects.extend(facts(sides, old, new));
    }
    effects
}

fn field(sides: &Sides<'_>, old: &Property<'_>, new: &Property<'_>) -> Option<Effect> {
    match (old.field, new.field) {
        (None, Some(_)) if new.argument.is_none() => Some(Effect::adds(
            "The field is new; the struct is non-exhaustive.",
        )),
        (Some(_), None) => Some(Effect::breaks("The field does not exist any more.")),
        (Some(old), Some(new)) if !sides.is_same(&old.signature, &new.signature) => {
            Some(Effect::breaks(type_change(&old.signature, &new.signature)))
        }
        _ => None,
    }
}

fn type_change(old: &str, new: &str) -> String {
    if new == format!("Option<{old}>") {
        return "The value may be missing: the type becomes an `Option`.".to_owned();
    }
    if old == format!("Option<{new}>") {
        return "The value is always present: the type is not an `Option` any more.".to_owned();
    }
    if new.contains("Box<") != old.contains("Box<") {
        return "The value is held in another box, because types contain each other in another way or have another size."
            .to_owned();
    }
    "The field has another type.".to_owned()
}

fn argument(sides: &Sides<'_>, old: &Property<'_>, new: &Property<'_>) -> Option<Effect> {
    match (old.argument, new.argument) {
        (None, Some(_)) => Some(Effect::breaks("`new` takes one more argument.")),
        (Some(_), None) => Some(Effect::breaks("`new` takes one argument less.")),
        (Some(old), Some(new)) if !sides.is_same(old, new) => {
            Some(Effect::breaks("The argument of `new` has another type."))
        }
        _ => None,
    }
}

fn setter(sides: &Sides<'_>, old: &Property<'_>, new: &Property<'_>) -> Option<Effect> {
    match (old.setter, new.setter) {
        (None, Some(_)) => Some(Effect::adds(SETTER_ADDED)),
        (Some(_), None) => Some(Effect::breaks(SETTER_REMOVED)),
        (Some(old), Some(new)) if !sides.is_same(&old.signature, &new.signature) => {
            Some(Effect::breaks("The setter takes another type."))
        }
        _ => None,
    }
}

fn constant(old: &Property<'_>, new: &Property<'_>) -> Option<Effect> {
    let wire = |reason: &str| Some(Effect::new(Axis::Wire, Verdict::Major, reason));
    match (old.constant, new.constant) {
        (None, Some(_)) => wire("The property is always written."),
        (Some(_), None) => wire("The property is not always written any more."),
        (Some(old), Some(new)) if old.signature != new.signature => {
            wire("The property is written with another value.")
        }
        _ => None,
    }
}

fn finding(
    owner: &Item,
    old: Option<&Property<'_>>,
    new: Option<&Property<'_>>,
    effects: Vec<Effect>,
) -> Finding {
    let pick = |it: &Property<'_>| it.field.or(it.constant).or(it.setter).cloned();
    let (old, new) = (old.and_then(pick), new.and_then(pick));
    Finding::member(owner, old.as_ref(), new.as_ref(), effects)
}
