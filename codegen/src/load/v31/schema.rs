//! A schema of JSON Schema 2020-12 as a Schema Object of OpenAPI 3.0.

use serde_yaml::{Mapping, Value};

use super::{Place, combine, conditional};
use crate::diagnostic::Pointer;
use crate::load::grammar::{JsonType, NULL, keyword};

/// Rewrites a schema, and leaves those inside to the walk.
pub(super) fn rewrite(value: &mut Value, place: &mut Place<'_>) {
    if let Value::Bool(allows_all) = value {
        *value = boolean(*allows_all);
        place.moved(|at| at.key(keyword::NOT), Pointer::clone);
    }
    let Some(schema) = value.as_mapping_mut() else {
        return;
    };
    for annotation in [keyword::COMMENT, keyword::DIALECT] {
        schema.shift_remove(annotation);
    }
    conditional::rewrite(schema, place);
    combine::reference(schema, place);
    combine::without_null(schema, place);
    constant(schema, place);
    combine::types(schema, place);
    bounds(schema, place);
    example(schema, place);
    content(schema, place);
    tuple(schema, place);
    unevaluated(schema, place);
    open_keys(schema);
}

/// Whether a schema of 3.0 has types or bounds as 3.1 writes them. Tools that have moved on write both under one number.
pub(in crate::load) fn is_borrowed(schema: &Mapping) -> bool {
    let bounds = [keyword::EXCLUSIVE_MINIMUM, keyword::EXCLUSIVE_MAXIMUM];
    let is_number = |key| schema.get(key).is_some_and(Value::is_number);
    combine::has_types(schema) || bounds.into_iter().any(is_number)
}

/// Rewrites types and bounds, and nothing that means something else in 3.0.
pub(in crate::load) fn rewrite_borrowed(schema: &mut Mapping, place: &mut Place<'_>) {
    combine::without_null(schema, place);
    combine::types(schema, place);
    bounds(schema, place);
}

fn bounds(schema: &mut Mapping, place: &mut Place<'_>) {
    let least = [keyword::MINIMUM, keyword::EXCLUSIVE_MINIMUM];
    bound(schema, place, least, |limit, least| limit >= least);
    let most = [keyword::MAXIMUM, keyword::EXCLUSIVE_MAXIMUM];
    bound(schema, place, most, |limit, most| limit <= most);
}

/// `true` is the schema of every value, `false` of none.
fn boolean(allows_all: bool) -> Value {
    let mut schema = Mapping::new();
    if !allows_all {
        schema.insert(keyword::NOT.into(), Value::Mapping(Mapping::new()));
    }
    Value::Mapping(schema)
}

/// `const` is an `enum` of one value, which also tells the type.
fn constant(schema: &mut Mapping, place: &mut Place<'_>) {
    let Some(value) = schema.shift_remove(keyword::CONST) else {
        return;
    };
    let kind = match &value {
        Value::Null => Some(NULL),
        Value::Bool(_) => Some(JsonType::Boolean.as_str()),
        Value::Number(number) if number.is_f64() => Some(JsonType::Number.as_str()),
        Value::Number(_) => Some(JsonType::Integer.as_str()),
        Value::String(_) => Some(JsonType::String.as_str()),
        _ => None,
    };
    if let Some(kind) = kind.filter(|_| !schema.contains_key(keyword::TYPE)) {
        schema.insert(keyword::TYPE.into(), kind.into());
        place.moved(|at| at.key(keyword::TYPE), |at| at.key(keyword::CONST));
    }
    place.moved(|at| at.key(keyword::ENUM), |at| at.key(keyword::CONST));
    let value_at = |at: &Pointer| at.key(keyword::ENUM).index(0);
    place.moved(value_at, |at| at.key(keyword::CONST));
    if !value.is_null() {
        schema.insert(keyword::ENUM.into(), Value::Sequence(vec![value]));
    }
}

/// A numeric `exclusive..` is a bound of its own in 3.1, and in 3.0 a mark on the other bound; the tighter one stays.
fn bound(
    schema: &mut Mapping,
    place: &mut Place<'_>,
    [inclusive, exclusive]: [&str; 2],
    is_tighter: fn(f64, f64) -> bool,
) {
    let Some(limit) = schema.get(exclusive).filter(|value| value.is_number()) else {
        return;
    };
    let limit = limit.clone();
    let number = |value: &Value| value.as_f64();
    let other = schema.get(inclusive).and_then(number);
    let is_tighter = match (number(&limit), other) {
        (Some(limit), Some(other)) => is_tighter(limit, other),
        _ => true,
    };
    if is_tighter {
        schema.insert(inclusive.into(), limit);
        schema.insert(exclusive.into(), Value::Bool(true));
        place.moved(|at| at.key(inclusive), |at| at.key(exclusive));
    } else {
        schema.shift_remove(exclusive);
    }
}

/// The first of `examples`; a schema of 3.0 has one.
fn example(schema: &mut Mapping, place: &mut Place<'_>) {
    if !schema
        .get(keyword::EXAMPLES)
        .is_some_and(Value::is_sequence)
    {
        return;
    }
    let examples = schema.shift_remove(keyword::EXAMPLES);
    let first = examples.as_ref().and_then(|examples| examples.get(0));
    if let Some(first) = first.filter(|_| !schema.contains_key(keyword::EXAMPLE)) {
        schema.insert(keyword::EXAMPLE.into(), first.clone());
        let first = |at: &Pointer| at.key(keyword::EXAMPLES).index(0);
        place.moved(|at| at.key(keyword::EXAMPLE), first);
    }
}

/// Bytes in a string have keywords of their own in 3.1, and formats in 3.0.
fn content(schema: &mut Mapping, place: &mut Place<'_>) {
    // Outside of events, a string with contents is a string.
    schema.shift_remove(keyword::CONTENT_SCHEMA);
    let word = |key: &str| {
        let text = schema.get(key).and_then(Value::as_str);
        text.map(str::to_ascii_lowercase)
    };
    let format = match (
        word(keyword::CONTENT_ENCODING),
        word(keyword::CONTENT_MEDIA_TYPE),
    ) {
        (Some(encoding), _) if encoding == "base64url" => Some("base64url"),
        (Some(encoding), _) if encoding.starts_with("base64") => Some("byte"),
        (Some(encoding), _) if encoding == "binary" => Some("binary"),
        (Some(encoding), media_type) if encoding == "7bit" || encoding == "8bit" => {
            media_type.and_then(|it| (!is_text(&it)).then_some("binary"))
        }
        // Another encoding stays, and is reported.
        (Some(_), _) | (None, None) => return,
        // Without a type, the value is the file itself (OpenAPI 3.1.0, *Considerations for File Uploads*).
        (None, Some(_)) if !schema.contains_key(keyword::TYPE) => Some("binary"),
        (None, Some(media_type)) => (!is_text(&media_type)).then_some("binary"),
    };
    let encoding = schema.shift_remove(keyword::CONTENT_ENCODING);
    schema.shift_remove(keyword::CONTENT_MEDIA_TYPE);
    let written = match encoding {
        Some(_) => keyword::CONTENT_ENCODING,
        None => keyword::CONTENT_MEDIA_TYPE,
    };
    if !schema.contains_key(keyword::TYPE) {
        place.moved(|at| at.key(keyword::TYPE), |at| at.key(written));
        schema.insert(keyword::TYPE.into(), JsonType::String.as_str().into());
    }
    if let Some(format) = format.filter(|_| !schema.contains_key(keyword::FORMAT)) {
        schema.insert(keyword::FORMAT.into(), format.into());
        place.moved(|at| at.key(keyword::FORMAT), |at| at.key(written));
    }
}

/// Whether a string may hold the media type as it is.
fn is_text(media_type: &str) -> bool {
    let text = ["text/", "application/json", "application/xml"];
    text.iter().any(|start| media_type.starts_with(start))
        || media_type.ends_with("+json")
        || media_type.ends_with("+xml")
}

/// The most positions that a tuple of the client has: those for which the standard library has traits.
const POSITIONS: usize = 12;

/// An array whose length is that of its positions stays one. Any other is a list of what its positions and its rest may
/// be. Without `items`, nothing else is expected behind the positions, although JSON Schema allows anything there: authors
/// who mean that write `items: true`.
fn tuple(schema: &mut Mapping, place: &mut Place<'_>) {
    let Some(Value::Sequence(positions)) = schema.shift_remove(keyword::PREFIX_ITEMS) else {
        return;
    };
    let rest = schema.shift_remove(keyword::ITEMS);
    if !schema.contains_key(keyword::TYPE) {
        schema.insert(keyword::TYPE.into(), JsonType::Array.as_str().into());
    }
    if is_fixed(schema, positions.len(), rest.as_ref()) {
        schema.insert(keyword::PREFIX_ITEMS.into(), positions.into());
        // The type says how many items there are.
        schema.shift_remove(keyword::MIN_ITEMS);
        schema.shift_remove(keyword::MAX_ITEMS);
        return;
    }
    let position = |index: usize| move |at: &Pointer| at.key(keyword::PREFIX_ITEMS).index(index);
    let is_open = positions.is_empty() || rest.as_ref().and_then(Value::as_bool) == Some(true);
    let mut items: Vec<(Value, Option<usize>)> = Vec::new();
    let rest = rest.filter(Value::is_mapping).map(|rest| (rest, None));
    let positions = positions.into_iter().enumerate();
    let positions = positions.map(|(index, item)| (item, Some(index)));
    for (item, index) in positions.chain(rest) {
        if !items.iter().any(|(earlier, _)| *earlier == item) {
            items.push((item, index));
        }
    }
    let item = match items.len() {
        _ if is_open => Value::Mapping(Mapping::new()),
        1 => {
            let (item, index) = items.remove(0);
            if let Some(index) = index {
                place.moved(|at| at.key(keyword::ITEMS), position(index));
            }
            item
        }
        _ => {
            let all = |at: &Pointer| at.key(keyword::ITEMS);
            place.moved(all, |at| at.key(keyword::PREFIX_ITEMS));
            for (now, (_, index)) in items.iter().enumerate() {
                let now = |at: &Pointer| all(at).key(keyword::ANY_OF).index(now);
                match index {
                    Some(index) => place.moved(now, position(*index)),
                    None => place.moved(now, all),
                }
            }
            let items: Vec<_> = items.into_iter().map(|(item, _)| item).collect();
            Value::Mapping(Mapping::from_iter([(keyword::ANY_OF.into(), items.into())]))
        }
    };
    schema.insert(keyword::ITEMS.into(), item);
}

/// Whether all positions are there and nothing is behind them.
fn is_fixed(schema: &Mapping, positions: usize, rest: Option<&Value>) -> bool {
    let count = |key| schema.get(key).and_then(Value::as_u64);
    let is = |count: Option<u64>| count == u64::try_from(positions).ok();
    let is_closed = rest.and_then(Value::as_bool) == Some(false);
    let is_array =
        schema.get(keyword::TYPE).and_then(Value::as_str) == Some(JsonType::Array.as_str());
    let is_tuple = (2..=POSITIONS).contains(&positions) && is_array;
    is_tuple && is(count(keyword::MIN_ITEMS)) && (is_closed || is(count(keyword::MAX_ITEMS)))
}

/// The properties that neither this schema nor its subschemas name; `additionalProperties` evaluates all of those itself.
/// A client merges `allOf`, so both keywords are about the same properties.
fn unevaluated(schema: &mut Mapping, place: &mut Place<'_>) {
    let Some(value) = schema.shift_remove(keyword::UNEVALUATED_PROPERTIES) else {
        return;
    };
    if !schema.contains_key(keyword::ADDITIONAL_PROPERTIES) {
        let written = |at: &Pointer| at.key(keyword::UNEVALUATED_PROPERTIES);
        place.moved(|at| at.key(keyword::ADDITIONAL_PROPERTIES), written);
        schema.insert(keyword::ADDITIONAL_PROPERTIES.into(), value);
    }
}

/// Beside this keyword, `additionalProperties` is about the other properties only, and may not restrict all of them.
fn open_keys(schema: &mut Mapping) {
    if schema.contains_key(keyword::PATTERN_PROPERTIES) {
        schema.insert(keyword::ADDITIONAL_PROPERTIES.into(), Value::Bool(true));
    }
}
