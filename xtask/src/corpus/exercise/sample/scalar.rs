//! Strings and numbers.

use codegen::pattern;
use serde_json::{Value, json};

/// Longer strings are not sampled.
const LONGEST: usize = 4096;

/// The value of a keyword that limits a length.
pub(super) fn limit(schema: &Value, keyword: &str) -> Option<usize> {
    usize::try_from(schema.get(keyword)?.as_u64()?).ok()
}

/// A string of the format, the length and the pattern. `None` if there is no pattern to follow, or none that fits.
pub(super) fn string(schema: &Value) -> Option<String> {
    let least = limit(schema, "minLength").unwrap_or(0).min(LONGEST);
    let most = limit(schema, "maxLength").unwrap_or(usize::MAX);
    let fits = |text: &str| (least..=most).contains(&text.chars().count());
    let format = schema.get("format").and_then(Value::as_str);
    let usual = of_format(format.unwrap_or_default());
    let Some(pattern) = schema.get("pattern").and_then(Value::as_str) else {
        let padded: String = usual
            .chars()
            .chain(std::iter::repeat('x'))
            .take(least.max(usual.len()))
            .collect();
        return Some(padded.chars().take(most).collect());
    };
    let Ok(automaton) = pattern::compile(pattern) else {
        return schema
            .get("example")
            .and_then(Value::as_str)
            .map(str::to_owned);
    };
    let shortest = automaton.shortest();
    let repeated = shortest.as_ref().map(|it| it.repeat(least.max(1)));
    let example = schema.get("example").and_then(Value::as_str);
    let candidates = [
        Some(usual.to_owned()),
        shortest,
        repeated,
        example.map(str::to_owned),
    ];
    let mut candidates = candidates.into_iter().flatten();
    candidates.find(|it| fits(it) && automaton.accepts(it))
}

fn of_format(format: &str) -> &'static str {
    match format {
        "date-time" => "2024-02-29T12:30:00Z",
        "date" => "2024-02-29",
        "time" => "12:30:00Z",
        "duration" => "PT1S",
        "uuid" => "0b4de6a6-5b6e-4b0e-9d3c-7d4c1b3c2a11",
        "email" => "a@example.com",
        "uri" | "url" => "https://example.com/a?b=c",
        "hostname" => "example.com",
        "ipv4" | "ip" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "byte" => "YWJj",
        "decimal" | "int64" | "int32" | "uint64" | "bigint" => "12",
        _ => "some text",
    }
}

/// An integer within the bounds.
pub(super) fn integer(schema: &Value) -> Option<Value> {
    let step = schema
        .get("multipleOf")
        .and_then(Value::as_i64)
        .unwrap_or(1)
        .max(1);
    let bound = |keyword: &str, exclusive: &str, inward: i64| {
        let bound = schema.get(keyword).and_then(whole);
        let exclusive = schema.get(exclusive);
        match exclusive.and_then(whole) {
            Some(number) => Some(number.saturating_add(inward)),
            None if exclusive == Some(&json!(true)) => bound.map(|it| it.saturating_add(inward)),
            None => bound,
        }
    };
    let least = bound("minimum", "exclusiveMinimum", 1);
    let most = bound("maximum", "exclusiveMaximum", -1);
    let start = least.unwrap_or_else(|| most.map_or(step, |most| most.min(step)));
    let multiple = start.checked_add((step - start.rem_euclid(step)) % step)?;
    let is_valid = most.is_none_or(|most| multiple <= most);
    is_valid.then(|| json!(multiple))
}

fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        // `as` would be silent about a number that is too large.
        format!("{number:.0}").parse().ok()
    })
}

/// A number within the bounds. Some documents call an integer a number.
pub(super) fn number(schema: &Value) -> Option<Value> {
    let format = schema
        .get("format")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let is_whole = format.contains("int") || schema.get("multipleOf").is_some();
    if is_whole || schema.get("minimum").is_some() || schema.get("maximum").is_some() {
        return integer(schema);
    }
    Some(json!(1.5))
}
