//! Strings and numbers: formats, patterns, bounds, enums.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_yaml::Value;

use super::Lowerer;
use crate::diagnostic::{Code, Location, Severity};
use crate::ir::{
    Check, Enum, EnumValues, EnumVariant, Integer, IntegerBounds, Number, Pattern, Primitive,
    Scalar, StringFormat, TextRules,
};
use crate::load::Node;
use crate::pattern::{self, Refused};

/// The type of a string without rules.
pub(super) fn string(schema: &Node<'_>) -> StringFormat {
    match schema.str("format") {
        Some("date-time") => StringFormat::DateTime,
        Some("date") => StringFormat::Date,
        Some("uuid") => StringFormat::Uuid,
        Some("uri") => StringFormat::Uri,
        Some("byte") => StringFormat::Byte,
        Some("binary") => StringFormat::Binary,
        Some("password") => StringFormat::Password,
        _ => StringFormat::Plain,
    }
}

/// The width of a whole number.
pub(super) fn integer(schema: &Node<'_>) -> Integer {
    match schema.str("format") {
        Some("int32") => Integer::I32,
        Some("uint32") => Integer::U32,
        Some("uint64") => Integer::U64,
        _ => Integer::I64,
    }
}

/// The width of a number.
pub(super) fn number(schema: &Node<'_>) -> Primitive {
    Primitive::Number(match schema.str("format") {
        Some("float") => Number::F32,
        _ => Number::F64,
    })
}

/// Whether a whole number has rules.
pub(super) fn is_bounded(schema: &Node<'_>) -> bool {
    bounds(schema) != IntegerBounds::default()
}

/// Both bounds inclusive, whatever the document says about that.
pub(super) fn bounds(schema: &Node<'_>) -> IntegerBounds {
    let whole = |key: &str| schema.get(key).and_then(|node| as_whole(node.value));
    let above = i64::from(schema.flag("exclusiveMinimum"));
    let below = i64::from(schema.flag("exclusiveMaximum"));
    IntegerBounds {
        minimum: whole("minimum").map(|bound| bound.saturating_add(above)),
        maximum: whole("maximum").map(|bound| bound.saturating_sub(below)),
        multiple_of: whole("multipleOf").filter(|step| *step > 1),
    }
}

/// A whole number, also when it is written as `1.0`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the guard keeps to what is exact"
)]
fn as_whole(value: &Value) -> Option<i64> {
    let exact = |number: &f64| number.fract() == 0.0 && number.abs() < 9e15;
    value
        .as_i64()
        .or_else(|| value.as_f64().filter(exact).map(|number| number as i64))
}

impl<'d> Lowerer<'d, '_> {
    /// A string with a pattern.
    pub(super) fn text(&mut self, schema: &Node<'d>) -> Scalar {
        let pattern = schema.get("pattern").and_then(|node| self.pattern(&node));
        let rules = TextRules {
            pattern,
            min_length: schema.u64("minLength"),
            max_length: schema.u64("maxLength"),
        };
        Scalar::Text(rules, string(schema))
    }

    fn pattern(&mut self, node: &Node<'d>) -> Option<Pattern> {
        let source = node.value.as_str()?;
        // Documents repeat their patterns, and the hard ones take their time.
        let compiled = self.patterns.entry(source.to_owned()).or_insert_with(|| {
            pattern::compile(source).map(|automaton| Check::Automaton(Box::new(automaton)))
        });
        let check = match compiled {
            Ok(check) => check.clone(),
            Err(Refused::Invalid { offset, message }) => {
                let text = format!("no regular expression of ECMA-262: {message}");
                let help = format!("look at byte {offset} of the pattern");
                self.sink.error(Code::InvalidPattern, &node.at, text, help);
                Check::Unchecked(message.clone())
            }
            Err(Refused::Unchecked(reason)) => {
                let text = format!("the client does not check this pattern: {reason}");
                self.sink.warn(Code::UncheckedPattern, &node.at, text, "");
                Check::Unchecked(reason.to_string())
            }
        };
        Some(Pattern {
            source: source.to_owned(),
            check,
        })
    }

    /// The strings of all `members` together, each once, in order.
    pub(super) fn string_enum(&mut self, members: &[Node<'d>]) -> Enum {
        let mut values: IndexMap<&str, Option<String>> = IndexMap::new();
        for member in members {
            for (index, item) in member.list("enum").iter().enumerate() {
                let Some(value) = item.value.as_str() else {
                    continue;
                };
                let description = meaning(member, value, index);
                if members.len() == 1 && values.contains_key(value) {
                    self.repeated(item, value);
                }
                let entry = values.entry(value).or_default();
                *entry = entry.take().or(description);
            }
        }
        let variants = values.into_iter().map(|(value, description)| EnumVariant {
            value: value.to_owned(),
            description,
        });
        Enum {
            values: EnumValues::Strings(variants.collect()),
        }
    }

    fn repeated(&mut self, item: &Node<'d>, value: &str) {
        let location = Location::Value(item.at.clone());
        let message = format!("the value `{value}` is listed twice");
        let help = "remove one of them";
        self.sink.push(
            Severity::Warning,
            Code::ContradictorySchema,
            location,
            message,
            help,
        );
    }

    /// The numbers of an enum; those beyond 64 bits are reported and left out.
    pub(super) fn integer_enum(&mut self, schema: &Node<'d>) -> Enum {
        let mut variants: Vec<EnumVariant<i64>> = Vec::new();
        let mut seen = BTreeSet::new();
        for (index, item) in schema.list("enum").iter().enumerate() {
            match as_whole(item.value) {
                Some(value) if !seen.insert(value) => {
                    self.repeated(item, &value.to_string());
                }
                Some(value) => variants.push(EnumVariant {
                    value,
                    description: meaning(schema, &value.to_string(), index),
                }),
                // Null is told elsewhere, and so are the values of other types in a list of several.
                None if item.value.is_null()
                    || (!schema.has("type") && !item.value.is_number()) => {}
                None => {
                    let message = "the value is no whole number of 64 bits";
                    self.sink.error(Code::Structure, &item.at, message, "");
                }
            }
        }
        Enum {
            values: EnumValues::Integers(integer(schema), variants),
        }
    }
}

/// What `x-enum-descriptions` says about a value: a map by value, or a list in the order of the values.
fn meaning(schema: &Node<'_>, value: &str, index: usize) -> Option<String> {
    let descriptions = schema
        .get("x-enum-descriptions")
        .or_else(|| schema.get("x-enumDescriptions"))?;
    match descriptions.value {
        Value::Sequence(texts) => texts.get(index)?.as_str().map(str::to_owned),
        _ => descriptions.string(value),
    }
}
