//! Numbers: their width, bounds and values.

use serde_yaml::Value;

use crate::ir::{Integer, IntegerBounds, Number, Primitive};
use crate::load::{JsonType, Node, Schema, keyword};
use crate::pattern;

/// The width of a whole number: that of the format, or a larger one if the document has numbers beyond it.
pub(in crate::lower) fn integer(schema: &Schema<'_>) -> Integer {
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
pub(in crate::lower) fn number(schema: &Schema<'_>) -> Primitive {
    let format = schema.format().map(str::to_ascii_lowercase);
    Primitive::Number(match format.as_deref() {
        Some("float") => Number::F32,
        Some("decimal" | "decimal128" | "bigdecimal" | "big-decimal") => Number::Decimal,
        _ => Number::F64,
    })
}

/// Whether the format is that of whole numbers.
pub(in crate::lower) fn names_whole(schema: &Schema<'_>) -> bool {
    let format = schema.format().unwrap_or_default();
    pattern::numeric::names_whole(format)
}

/// Whether the format is that of numbers.
pub(in crate::lower) fn names_number(schema: &Schema<'_>) -> bool {
    let format = schema.format().unwrap_or_default();
    pattern::numeric::names_number(format)
}

/// Whether all values of a `number` are whole. A fraction as an example or default disproves it.
pub(in crate::lower) fn is_whole(schema: &Schema<'_>) -> bool {
    let is_fraction = |node: &Node<'_>| node.value.as_f64().is_some_and(|it| it.fract() != 0.0);
    let mut samples = schema.enum_values();
    samples.extend(
        [keyword::DEFAULT, keyword::EXAMPLE]
            .iter()
            .filter_map(|key| schema.get(key)),
    );
    let step = schema
        .multiple_of()
        .filter(|_| !schema.has(keyword::FORMAT));
    let is_stepped = step.and_then(whole_number).is_some_and(|step| step > 0);
    let listed = schema.enum_values();
    let is_listed = !listed.is_empty() && listed.iter().all(|item| as_whole(item.value).is_some());
    (names_whole(schema) || is_stepped || is_listed) && !samples.iter().any(is_fraction)
}

/// Whether a schema is that of numbers in quotes.
pub(in crate::lower) fn is_number_text(schema: &Schema<'_>) -> bool {
    schema
        .json_type()
        .is_none_or(|kind| kind == JsonType::String)
        && !schema.has(keyword::ENUM)
        && schema
            .pattern()
            .is_some_and(pattern::numeric::matches_numbers)
}

/// Whether a whole number has rules.
pub(in crate::lower) fn is_bounded(schema: &Schema<'_>) -> bool {
    bounds(schema) != IntegerBounds::default()
}

/// The rules for a whole number that its width does not imply.
pub(in crate::lower) fn bounds(schema: &Schema<'_>) -> IntegerBounds {
    let declared = declared_bounds(schema);
    let range = integer(schema).range();
    IntegerBounds {
        minimum: declared.minimum.filter(|bound| bound > range.start()),
        maximum: declared.maximum.filter(|bound| bound < range.end()),
        multiple_of: declared.multiple_of,
    }
}

/// The rules in the document, with exclusive bounds as inclusive ones.
fn declared_bounds(schema: &Schema<'_>) -> IntegerBounds {
    let whole = |number: Option<&serde_yaml::Number>| number.and_then(whole_number);
    let above = i128::from(schema.exclusive_minimum());
    let below = i128::from(schema.exclusive_maximum());
    IntegerBounds {
        minimum: whole(schema.minimum()).map(|bound| bound.saturating_add(above)),
        maximum: whole(schema.maximum()).map(|bound| bound.saturating_sub(below)),
        multiple_of: whole(schema.multiple_of()).filter(|step| *step > 1),
    }
}

/// A whole number, also when it is written as `1.0`.
pub(in crate::lower) fn as_whole(value: &Value) -> Option<i128> {
    match value {
        Value::Number(number) => whole_number(number),
        _ => None,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the guard keeps to what is exact"
)]
fn whole_number(number: &serde_yaml::Number) -> Option<i128> {
    let exact = |number: &f64| number.fract() == 0.0 && number.abs() < 9e15;
    let whole = number.as_i64().map(i128::from);
    whole
        .or_else(|| number.as_u64().map(i128::from))
        .or_else(|| number.as_f64().filter(exact).map(|number| number as i128))
}

/// Whether each value of an enum of whole numbers can be one of the client's.
pub(in crate::lower) fn is_listable(schema: &Schema<'_>) -> bool {
    let whole = |item: &Node<'_>| as_whole(item.value);
    let mut values = schema
        .enum_values()
        .into_iter()
        .filter_map(|item| whole(&item));
    values.all(|value| i64::try_from(value).is_ok())
}

/// Whether an enum has numbers among its values.
pub(in crate::lower) fn lists_numbers(schema: &Schema<'_>) -> bool {
    let values = schema.enum_values();
    values.iter().any(|item| item.value.is_number())
}
