//! Phrases about types.

use std::borrow::Cow;

use crate::analyze::{ObjectTest, Test};
use crate::emit::markdown;
use crate::emit::printable::visible;
use crate::ir::{Check, Literal, Pattern};

/// A literal as code.
pub(super) fn literal(literal: &Literal) -> String {
    markdown::code(&match literal {
        Literal::Null => Cow::Borrowed("null"),
        Literal::Bool(value) => value.to_string().into(),
        Literal::Integer(value) => value.to_string().into(),
        Literal::Number(value) => value.to_string().into(),
        Literal::String(value) | Literal::Json(value) => visible(value),
    })
}

pub(super) fn pattern(pattern: &Pattern) -> String {
    let source = markdown::code(&pattern.source);
    match &pattern.check {
        Check::Automaton(_) => format!("Matches {source}."),
        Check::Unchecked(reason) => format!(
            "Matches {source}, which this crate does not check: {}.",
            markdown::inline(&reason.to_string())
        ),
    }
}

pub(super) fn range<T: ToString>(least: Option<&T>, greatest: Option<&T>) -> String {
    match (least, greatest) {
        (None, None) => "any".to_owned(),
        (Some(least), None) => format!("{} or more", least.to_string()),
        (None, Some(greatest)) => format!("{} or less", greatest.to_string()),
        (Some(least), Some(greatest)) => {
            format!("{} to {}", least.to_string(), greatest.to_string())
        }
    }
}

/// A sentence about the values that pass one of the tests.
pub(super) fn looks(tests: &[Test]) -> String {
    let looks: Vec<_> = tests.iter().map(look).collect();
    let text = looks.join(", or ");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}

fn look(test: &Test) -> String {
    match test {
        Test::Any => "any JSON".to_owned(),
        Test::Null => "`null`".to_owned(),
        Test::Boolean => "a boolean".to_owned(),
        Test::Constant(value) => markdown::code(&value.to_string()),
        Test::Integer(listed) => match listed.as_slice() {
            [] => "an integer".to_owned(),
            listed => listing(listed.iter().map(ToString::to_string)),
        },
        Test::Number => "a number".to_owned(),
        Test::Text(listed) => match listed.as_slice() {
            [] => "a string".to_owned(),
            listed => listing(listed.iter().map(|text| format!("\"{text}\""))),
        },
        Test::List(items) => match items.as_slice() {
            [] => "an array".to_owned(),
            items => {
                let items: Vec<_> = items.iter().map(look).collect();
                format!("an array, each item {}", items.join(" or "))
            }
        },
        Test::Object(object) => object_look(object),
    }
}

/// The values of an enum, as long as they are few.
fn listing(values: impl ExactSizeIterator<Item = String>) -> String {
    const MANY: usize = 4;
    let others = match values.len().saturating_sub(MANY) {
        0 => None,
        others => Some(format!("{others} others")),
    };
    let shown = values.take(MANY).map(|value| markdown::code(&value));
    shown.chain(others).collect::<Vec<_>>().join(" or ")
}

fn object_look(object: &ObjectTest) -> String {
    let mut parts: Vec<_> = object.untested().map(|key| markdown::code(key)).collect();
    parts.extend(object.values.iter().map(|(key, tests)| {
        let looks: Vec<_> = tests.iter().map(look).collect();
        format!("{} ({})", markdown::code(key), looks.join(" or "))
    }));
    match parts.as_slice() {
        [] => "an object".to_owned(),
        parts => format!("an object with {}", parts.join(", ")),
    }
}
