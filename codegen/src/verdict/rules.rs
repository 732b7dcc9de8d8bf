//! The verdict on a changed fact.

use super::change::{Axis, Effect, Verdict};
use super::surface::Fact;
use crate::pattern;

/// The effect of a changed fact; `None` if nobody observes it, or if another change tells it.
pub(super) fn effect(fact: Fact, old: Option<&str>, new: Option<&str>) -> Option<Effect> {
    source(fact, old, new)
        .or_else(|| wire(fact, old, new))
        .or_else(|| behaviour(fact, old, new))
}

/// The change of a value as the end of a sentence.
fn became(old: Option<&str>, new: Option<&str>) -> String {
    match (old, new) {
        (Some(old), Some(new)) => format!("changes from `{}` to `{}`", short(old), short(new)),
        (None, Some(new)) => format!("is now `{}`", short(new)),
        (Some(old), None) => format!("is no longer `{}`", short(old)),
        (None, None) => String::new(),
    }
}

fn short(text: &str) -> String {
    const LIMIT: usize = 80;
    let text = text.replace('`', "'");
    match text.char_indices().nth(LIMIT) {
        Some((end, _)) => format!("{}..", &text[..end]),
        None => text,
    }
}

fn source(fact: Fact, old: Option<&str>, new: Option<&str>) -> Option<Effect> {
    let became = || became(old, new);
    Some(match fact {
        Fact::Accessor => Effect::breaks(format!("The accessor {}.", became())),
        Fact::Builder => Effect::breaks(format!("The request builder {}.", became())),
        Fact::Named => Effect::breaks(format!(
            "The struct that names the required values {}.",
            became()
        )),
        Fact::Result => Effect::breaks(format!("The type of the result {}.", became())),
        Fact::Failure if old.is_none() => {
            Effect::adds("The body of failures can be read as a type.")
        }
        Fact::Failure => Effect::breaks(format!("The type of the body of failures {}.", became())),
        Fact::Sends => Effect::breaks(format!(
            "The type of the body that tests read {}.",
            became()
        )),
        Fact::Values => Effect::breaks(format!("The type of the values {}.", became())),
        Fact::Secret => {
            Effect::breaks("Whether values are secret has changed, and with it the traits.")
        }
        Fact::Default if new.is_none() => Effect::breaks("The type has no `Default` any more."),
        Fact::Default => Effect::adds("The type has `Default`."),
        Fact::Package => Effect::breaks(format!("The name of the crate {}.", became())),
        Fact::Deprecated if new.is_some() => Effect::adds("The compiler warns about each use."),
        Fact::Deprecated => Effect::new(
            Axis::Source,
            Verdict::Patch,
            "The compiler does not warn about uses any more.",
        ),
        Fact::When => return when(old, new),
        Fact::Enables => return enables(old, new),
        _ => return None,
    })
}

fn list(text: Option<&str>) -> Vec<&str> {
    let names = text.unwrap_or_default().split(", ");
    names.filter(|it| !it.is_empty()).collect()
}

/// An item needs one feature of each list, or none if there are no lists. Every choice of features that had the item must
/// still have it.
fn when(old: Option<&str>, new: Option<&str>) -> Option<Effect> {
    let before: Vec<_> = conditions(old).collect();
    let stays = |after: &Vec<&str>| {
        let mut before = before.iter();
        before.any(|it| it.iter().all(|feature| after.contains(feature)))
    };
    if conditions(new).all(|after| stays(&after)) {
        return None;
    }
    Some(Effect::breaks(
        "The item needs a feature that it did not need before; default features have it.",
    ))
}

fn conditions(text: Option<&str>) -> impl Iterator<Item = Vec<&str>> {
    text.into_iter()
        .flat_map(|it| it.split(" & "))
        .map(|it| list(Some(it)))
}

fn enables(old: Option<&str>, new: Option<&str>) -> Option<Effect> {
    let (before, after) = (list(old), list(new));
    let mut lost = before.iter().filter(|it| !after.contains(it));
    let lost = lost.next()?;
    Some(Effect::breaks(format!(
        "The feature does not enable `{lost}` any more."
    )))
}

/// A path template without the names of its parameters, which are not sent.
fn nameless(request: Option<&str>) -> Option<String> {
    let mut text = String::new();
    let mut parts = request?.split('{');
    text.push_str(parts.next()?);
    for part in parts {
        text.push('{');
        text.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    Some(text)
}

fn wire(fact: Fact, old: Option<&str>, new: Option<&str>) -> Option<Effect> {
    let became = became(old, new);
    let breaks = |reason: String| Some(Effect::new(Axis::Wire, Verdict::Major, reason));
    let minor = |reason: String| Some(Effect::new(Axis::Wire, Verdict::Minor, reason));
    match fact {
        Fact::Request if nameless(old) == nameless(new) => None,
        Fact::Request => breaks(format!("The request {became}.")),
        Fact::ContentType => breaks(format!("The media type of the body {became}.")),
        Fact::Accept if version(old) != version(new) => breaks(format!(
            "The requested version {}.",
            self::became(version(old), version(new))
        )),
        Fact::Accept => minor(format!("The accepted media type {became}.")),
        Fact::IdempotencyKey => minor(format!("The header of the idempotency key {became}.")),
        Fact::Envelope => minor(format!("The envelope {became}.")),
        Fact::Reads => breaks(format!("The format in which the body is read {became}.")),
        Fact::Writes => breaks(format!("The format in which the body is written {became}.")),
        Fact::Parameter => breaks(format!("The parameter {became}.")),
        Fact::Style => breaks(format!("The style of the parameter {became}.")),
        Fact::Key => breaks(format!("The key of the property {became}.")),
        Fact::Required if new.is_some() => {
            breaks("A response without the property is rejected.".to_owned())
        }
        Fact::Required => minor("A response without the property is accepted.".to_owned()),
        Fact::Value => breaks(format!("The value {became}.")),
        Fact::Tag => breaks(format!("The property that selects the variant {became}.")),
        Fact::Form => breaks("The form of the variant has changed.".to_owned()),
        Fact::Tests => minor("Other JSON selects the variant.".to_owned()),
        Fact::Xml => breaks("The form in XML has changed.".to_owned()),
        _ => None,
    }
}

/// The date of the version in media types.
fn version(accept: Option<&str>) -> Option<&str> {
    let text = accept?;
    let mut starts = text.match_indices(".20").map(|(at, _)| at + 1);
    starts
        .find_map(|at| text.get(at..at + 10))
        .or_else(|| text.contains(".preview").then_some("preview"))
}

fn behaviour(fact: Fact, old: Option<&str>, new: Option<&str>) -> Option<Effect> {
    let became = became(old, new);
    let minor = |reason: String| Some(Effect::new(Axis::Behaviour, Verdict::Minor, reason));
    match fact {
        Fact::Implied => minor(format!("The default {became}.")),
        Fact::Security => Some(security(old, new, &became)),
        Fact::Url => minor(format!("The base URL {became}.")),
        Fact::Redirects => minor(format!("The range of redirects {became}.")),
        Fact::Statuses => minor(format!("The range of statuses {became}.")),
        Fact::Pattern => Some(narrowed(fact, !is_wider(old, new), &became)),
        Fact::MultipleOf => Some(narrowed(fact, new.is_some(), &became)),
        Fact::MinLength | Fact::Minimum => Some(narrowed(
            fact,
            is_narrower(old, new, |new, old| new > old),
            &became,
        )),
        Fact::MaxLength | Fact::Maximum => Some(narrowed(
            fact,
            is_narrower(old, new, |new, old| new < old),
            &became,
        )),
        Fact::Width => Some(width(old?, new?, &became)),
        Fact::Paging => minor("Pages are requested in another way.".to_owned()),
        Fact::Waiting => minor("Work is awaited in another way.".to_owned()),
        Fact::Streaming => minor("The sequence of values is read in another way.".to_owned()),
        Fact::Environment => Some(environment(old, new)),
        Fact::Errors => minor("Code and message of errors are found in another place.".to_owned()),
        Fact::Webhooks => minor("Events are selected or verified in another way.".to_owned()),
        Fact::Program | Fact::Command | Fact::Flag => command_line(fact, old?, new?),
        _ => None,
    }
}

/// More alternatives are accepted, or the credentials that existing code has may not be sent.
fn security(old: Option<&str>, new: Option<&str>, became: &str) -> Effect {
    let (before, after) = (alternatives(old), alternatives(new));
    let stays = !before.is_empty() && before.iter().all(|it| after.contains(it));
    let verdict = if stays || after.is_empty() {
        Verdict::Minor
    } else {
        Verdict::Major
    };
    let reason = format!("The set of accepted credentials {became}.");
    Effect::new(Axis::Behaviour, verdict, reason)
}

fn alternatives(text: Option<&str>) -> Vec<&str> {
    text.map(|it| it.split(" | ").collect()).unwrap_or_default()
}

/// A call with a number that the new type cannot hold fails.
fn width(old: &str, new: &str, became: &str) -> Effect {
    let bits = |name: &str| name.get(1..).and_then(|it| it.parse::<u32>().ok());
    let is_signed = |name: &str| name.starts_with('i');
    let is_wider = match (is_signed(old), is_signed(new)) {
        (false, true) => bits(new) > bits(old),
        (true, false) => false,
        _ => bits(new) >= bits(old),
    };
    let (verdict, effect) = if is_wider {
        (Verdict::Minor, "more numbers are accepted")
    } else {
        (Verdict::Major, "calls with other numbers fail")
    };
    let reason = format!("The type of the integers {became}: {effect}.");
    Effect::new(Axis::Behaviour, verdict, reason)
}

/// Scripts may use any of the names. A command line that is added or removed has a row of its own.
fn command_line(fact: Fact, old: &str, new: &str) -> Option<Effect> {
    let (before, after) = (list(Some(old)), list(Some(new)));
    let item = match fact {
        Fact::Program => "program",
        Fact::Command => "command",
        _ => "flag",
    };
    let name = after.first()?;
    let lost = before.iter().find(|it| !after.contains(it));
    let (verdict, reason) = lost.map_or_else(
        || {
            let reason = format!("The {item} `{name}` of the command line has additional names.");
            (Verdict::Minor, reason)
        },
        |lost| {
            let reason = format!("The {item} `{lost}` of the command line is now `{name}`.");
            (Verdict::Major, reason)
        },
    );
    Some(Effect::new(Axis::Behaviour, verdict, reason))
}

/// Variables that existing deployments set may have no effect any more.
fn environment(old: Option<&str>, new: Option<&str>) -> Effect {
    let variables = |text: Option<&str>| -> Vec<String> {
        let words = text.unwrap_or_default().split_whitespace();
        let names = words.filter_map(|it| Some(it.split_once('=')?.1.to_owned()));
        names.collect()
    };
    let (before, after) = (variables(old), variables(new));
    let lost: Vec<_> = before.iter().filter(|it| !after.contains(it)).collect();
    match lost.first() {
        Some(lost) => Effect::new(
            Axis::Behaviour,
            Verdict::Major,
            format!("The environment variable `{lost}` is not read any more."),
        ),
        None => Effect::new(
            Axis::Behaviour,
            Verdict::Minor,
            "The client also reads other environment variables.",
        ),
    }
}

/// Whether a pattern accepts every text that another accepts.
fn is_wider(old: Option<&str>, new: Option<&str>) -> bool {
    let automata = |source: Option<&str>| Some(pattern::compile(source?).ok());
    match (automata(old), automata(new)) {
        (_, None) => true,
        (Some(Some(old)), Some(Some(new))) => old.is_within(&new),
        _ => false,
    }
}

/// Whether a bound of which `is_stricter` values allow less has changed to such a value.
fn is_narrower(
    old: Option<&str>,
    new: Option<&str>,
    is_stricter: impl Fn(i128, i128) -> bool,
) -> bool {
    let number = |text: Option<&str>| text.and_then(|it| it.parse::<i128>().ok());
    match (number(old), number(new)) {
        (Some(old), Some(new)) => is_stricter(new, old),
        (None, Some(_)) => true,
        (_, None) => false,
    }
}

fn narrowed(fact: Fact, is_narrowed: bool, became: &str) -> Effect {
    let rule = match fact {
        Fact::Pattern => "pattern",
        Fact::MultipleOf => "divisor",
        Fact::MinLength => "minimum length",
        Fact::MaxLength => "maximum length",
        Fact::Minimum => "minimum",
        _ => "maximum",
    };
    let (verdict, effect) = if is_narrowed {
        (
            Verdict::Major,
            "`new` may reject values that it accepted, and a literal in a `const` may not compile",
        )
    } else {
        (Verdict::Minor, "`new` accepts more values")
    };
    Effect::new(
        Axis::Behaviour,
        verdict,
        format!("The {rule} {became}: {effect}."),
    )
}
