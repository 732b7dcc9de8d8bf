//! Strings and numbers: formats, patterns, bounds, enums.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde_yaml::Value;

use super::Lowerer;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Check, Enum, EnumValues, EnumVariant, Integer, IntegerBounds, Number, Origin, Pattern,
    Primitive, Scalar, StringFormat, TextRules,
};
use crate::load::{JsonType, Node, keyword, shown};
use crate::pattern::{self, Checked, Length, Refused};

/// What a string holds, by its own format.
pub(super) fn string(schema: &Node<'_>) -> StringFormat {
    match schema.format() {
        Some("date-time") => StringFormat::DateTime,
        Some("date") => StringFormat::Date,
        Some("uuid") => StringFormat::Uuid,
        Some("uri") => StringFormat::Uri,
        Some("byte") => StringFormat::Byte,
        Some("binary") => StringFormat::Binary,
        Some(format) if format.eq_ignore_ascii_case(PASSWORD) => StringFormat::Password,
        _ => StringFormat::Plain,
    }
}

const PASSWORD: &str = "password";

/// Whether a schema itself says that its strings are secret.
pub(super) fn says_password(schema: &Node<'_>) -> bool {
    let format = schema.format();
    format.is_some_and(|format| format.eq_ignore_ascii_case(PASSWORD))
}

/// The width of a whole number: what the format says, unless the document names numbers beyond that.
pub(super) fn integer(schema: &Node<'_>) -> Integer {
    let format = schema.format().unwrap_or_default();
    let named = match format.to_ascii_lowercase().as_str() {
        "int8" => Integer::I8,
        "int16" => Integer::I16,
        "int32" => Integer::I32,
        "uint8" => Integer::U8,
        "uint16" => Integer::U16,
        "uint32" => Integer::U32,
        "uint64" | "uint" => Integer::U64,
        _ => Integer::I64,
    };
    let bounds = declared_bounds(schema);
    let bounds = [bounds.minimum, bounds.maximum];
    let listed = schema.enum_values();
    let fits = |width: &Integer| {
        let range = width.range();
        let mut bounds = bounds.iter().flatten();
        let mut values = listed.iter().filter_map(|item| as_whole(item.value));
        // A bound may be the rounded end of the range; a listed value is exact.
        bounds.all(|bound| range.contains(bound) || is_end(*bound, *range.end()))
            && values.all(|value| range.contains(&value))
    };
    let widths = [named, Integer::I64, Integer::U64];
    widths.into_iter().find(fits).unwrap_or(named)
}

/// Whether a number is the end of a range as languages write it that have no integers of 64 bits.
fn is_end(value: i128, end: i128) -> bool {
    #[expect(
        clippy::cast_precision_loss,
        reason = "that is what happened to the number"
    )]
    let rounded = [value as f64, end as f64];
    rounded[0].to_bits() == rounded[1].to_bits()
}

/// The width of a number.
pub(super) fn number(schema: &Node<'_>) -> Primitive {
    let format = schema.format().map(str::to_ascii_lowercase);
    Primitive::Number(match format.as_deref() {
        Some("float") => Number::F32,
        Some("decimal" | "bigdecimal" | "big-decimal") => Number::Decimal,
        _ => Number::F64,
    })
}

/// Whether the format is that of whole numbers.
pub(super) fn names_whole(schema: &Node<'_>) -> bool {
    let format = schema.format().unwrap_or_default();
    pattern::numeric::names_whole(format)
}

/// Whether the format is that of numbers.
pub(super) fn names_number(schema: &Node<'_>) -> bool {
    let format = schema.format().unwrap_or_default();
    pattern::numeric::names_number(format)
}

/// Whether all values of a `number` are whole. What the document gives as an example proves the contrary.
pub(super) fn is_whole(schema: &Node<'_>) -> bool {
    let is_fraction = |node: &Node<'_>| node.value.as_f64().is_some_and(|it| it.fract() != 0.0);
    let mut samples = schema.enum_values();
    samples.extend(
        ["default", "example"]
            .iter()
            .filter_map(|key| schema.get(key)),
    );
    let step = schema
        .multiple_of()
        .filter(|_| !schema.has(keyword::FORMAT));
    let is_stepped = step
        .and_then(|step| as_whole(step.value))
        .is_some_and(|step| step > 0);
    let listed = schema.enum_values();
    let is_listed = !listed.is_empty() && listed.iter().all(|item| as_whole(item.value).is_some());
    (names_whole(schema) || is_stepped || is_listed) && !samples.iter().any(is_fraction)
}

/// Whether a schema is that of numbers in quotes.
pub(super) fn is_number_text(schema: &Node<'_>) -> bool {
    schema
        .json_type()
        .is_none_or(|kind| kind == JsonType::String)
        && !schema.has(keyword::ENUM)
        && schema
            .pattern()
            .is_some_and(pattern::numeric::matches_numbers)
}

/// Whether a whole number has rules.
pub(super) fn is_bounded(schema: &Node<'_>) -> bool {
    bounds(schema) != IntegerBounds::default()
}

/// What the document asks of a whole number beyond its width.
pub(super) fn bounds(schema: &Node<'_>) -> IntegerBounds {
    let declared = declared_bounds(schema);
    let range = integer(schema).range();
    IntegerBounds {
        minimum: declared.minimum.filter(|bound| bound > range.start()),
        maximum: declared.maximum.filter(|bound| bound < range.end()),
        multiple_of: declared.multiple_of,
    }
}

/// Both bounds inclusive, whatever the document says about that.
fn declared_bounds(schema: &Node<'_>) -> IntegerBounds {
    let whole = |key: &str| schema.get(key).and_then(|node| as_whole(node.value));
    let above = i128::from(schema.flag(keyword::EXCLUSIVE_MINIMUM));
    let below = i128::from(schema.flag(keyword::EXCLUSIVE_MAXIMUM));
    IntegerBounds {
        minimum: whole(keyword::MINIMUM).map(|bound| bound.saturating_add(above)),
        maximum: whole(keyword::MAXIMUM).map(|bound| bound.saturating_sub(below)),
        multiple_of: whole(keyword::MULTIPLE_OF).filter(|step| *step > 1),
    }
}

/// A whole number, also when it is written as `1.0`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the guard keeps to what is exact"
)]
pub(super) fn as_whole(value: &Value) -> Option<i128> {
    let exact = |number: &f64| number.fract() == 0.0 && number.abs() < 9e15;
    let whole = value.as_i64().map(i128::from);
    whole
        .or_else(|| value.as_u64().map(i128::from))
        .or_else(|| value.as_f64().filter(exact).map(|number| number as i128))
}

/// Whether each value of an enum of whole numbers can be one of the client's.
pub(super) fn is_listable(schema: &Node<'_>) -> bool {
    let whole = |item: &Node<'_>| as_whole(item.value);
    let mut values = schema
        .enum_values()
        .into_iter()
        .filter_map(|item| whole(&item));
    values.all(|value| i64::try_from(value).is_ok())
}

/// Whether an enum has numbers among its values.
pub(super) fn lists_numbers(schema: &Node<'_>) -> bool {
    let values = schema.enum_values();
    values.iter().any(|item| item.value.is_number())
}

impl<'d> Lowerer<'d, '_> {
    /// A string with a pattern.
    pub(super) fn text(&mut self, schema: &Node<'d>) -> Scalar {
        let mut rules = TextRules {
            pattern: None,
            min_length: schema.min_length(),
            max_length: schema.max_length(),
        };
        if let Some((pattern, Length { min, max })) = schema
            .get(keyword::PATTERN)
            .and_then(|it| self.pattern(&it))
        {
            rules.pattern = Some(pattern);
            rules.min_length = rules.min_length.max((min > 0).then_some(min));
            rules.max_length = rules.max_length.into_iter().chain(max).min();
        }
        Scalar::Text(rules, self.schemas.string(schema))
    }

    /// How a pattern is checked, and the length of the text where the automaton does not count.
    fn pattern(&mut self, node: &Node<'d>) -> Option<(Pattern, Length)> {
        let source = node.value.as_str()?;
        // Documents repeat their patterns, and the hard ones take their time.
        let budget = &mut self.budget;
        let compiled = self.patterns.entry(source.to_owned()).or_insert_with(|| {
            let Checked { automaton, length } = pattern::compile_within(source, budget)?;
            Ok((Check::Automaton(Box::new(automaton)), length))
        });
        let (check, length) = match compiled {
            Ok(checked) => checked.clone(),
            // Reported when the document was read.
            Err(Refused::Invalid { message, .. }) => {
                (Check::Unchecked(message.clone()), Length::default())
            }
            Err(Refused::Unchecked(reason)) => {
                let text = format!("the client does not check the `pattern`: {reason}");
                self.sink
                    .report(Diagnostic::warning(Code::UncheckedPattern, &node.at, text));
                (Check::Unchecked(reason.to_string()), Length::default())
            }
        };
        let source = source.to_owned();
        Some((Pattern { source, check }, length))
    }

    /// The strings of all `members` together, each once, in order.
    pub(super) fn string_enum(&mut self, members: &[Node<'d>]) -> Enum {
        let mut values: IndexMap<&str, EnumVariant<String>> = IndexMap::new();
        for member in members {
            let mut names = self.given_values(member).into_iter();
            for (index, item) in member.enum_values().iter().enumerate() {
                let given = names.next().flatten();
                let Some(value) = item.value.as_str() else {
                    continue;
                };
                let description = meaning(member, value, index);
                if let Some(first) = values.get(value).filter(|_| members.len() == 1) {
                    self.repeated(item, value, &first.origin);
                }
                let variant = values.entry(value).or_insert_with(|| EnumVariant {
                    value: value.to_owned(),
                    origin: Origin(item.at.clone()),
                    given: None,
                    description: None,
                });
                variant.given = variant.given.take().or(given);
                variant.description = variant.description.take().or(description);
            }
        }
        Enum {
            values: EnumValues::Strings(values.into_values().collect()),
        }
    }

    fn repeated(&mut self, item: &Node<'d>, value: &str, first: &Origin) {
        let message = format!("the value `{value}` is listed twice");
        let help = "remove one of them";
        self.sink.report(
            Diagnostic::warning(Code::ContradictorySchema, &item.at, message)
                .help(help)
                .label(&first.0, "first listed here"),
        );
    }

    /// The numbers of an enum; those beyond 64 bits are reported and left out.
    pub(super) fn integer_enum(&mut self, schema: &Node<'d>) -> Enum {
        let mut variants: Vec<EnumVariant<i64>> = Vec::new();
        let mut seen: BTreeMap<i64, Origin> = BTreeMap::new();
        let mut names = self.given_values(schema).into_iter();
        for (index, item) in schema.enum_values().iter().enumerate() {
            let given = names.next().flatten();
            let whole = as_whole(item.value).and_then(|value| i64::try_from(value).ok());
            match whole {
                Some(value) if seen.contains_key(&value) => {
                    self.repeated(item, &value.to_string(), &seen[&value]);
                }
                Some(value) => {
                    let origin = Origin(item.at.clone());
                    seen.insert(value, origin.clone());
                    variants.push(EnumVariant {
                        value,
                        origin,
                        given,
                        description: meaning(schema, &value.to_string(), index),
                    });
                }
                // Null is told elsewhere, and so are values of other types.
                None if !item.value.is_number() => {}
                None => {
                    let message = format!("`{}` is not a 64-bit integer", shown(item.value));
                    self.sink
                        .report(Diagnostic::error(Code::EnumValueType, &item.at, message));
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
