//! Several types, null, and keywords beside a reference, in terms of `nullable` and of other schemas.

use serde_yaml::{Mapping, Value};

use super::Place;
use crate::diagnostic::Pointer;
use crate::load::grammar::{JsonType, NULL, keyword};
use crate::pattern::numeric;

/// Keywords beside a `$ref` hold in 3.1; in 3.0 they do beside an `allOf` of it.
pub(super) fn reference(schema: &mut Mapping, place: &mut Place<'_>) {
    if schema.len() < 2 {
        return;
    }
    let Some(target) = schema.shift_remove(keyword::REF) else {
        return;
    };
    let reference = Value::Mapping(Mapping::from_iter([(keyword::REF.into(), target)]));
    let members = schema.get_mut(keyword::ALL_OF);
    let index = if let Some(Value::Sequence(members)) = members {
        // Behind the others, so that they keep their places.
        members.push(reference);
        members.len() - 1
    } else {
        schema.insert(keyword::ALL_OF.into(), Value::Sequence(vec![reference]));
        place.moved(|at| at.key(keyword::ALL_OF), Pointer::clone);
        0
    };
    place.moved(|at| at.key(keyword::ALL_OF).index(index), Pointer::clone);
}

/// An alternative of nothing but null is `nullable`.
pub(super) fn without_null(schema: &mut Mapping, place: &mut Place<'_>) {
    for keyword in [keyword::ONE_OF, keyword::ANY_OF] {
        let Some(members) = schema.get_mut(keyword).and_then(Value::as_sequence_mut) else {
            continue;
        };
        let all = members.len();
        let kept = members.iter().enumerate();
        let kept = kept.filter(|(_, member)| !is_null(member));
        for (now, (written, _)) in kept
            .enumerate()
            .filter(|(now, (written, _))| now != written)
        {
            let member = |index| move |at: &Pointer| at.key(keyword).index(index);
            place.moved(member(now), member(written));
        }
        members.retain(|member| !is_null(member));
        let (left, removed) = (members.len(), all - members.len());
        if left == 0 {
            schema.shift_remove(keyword);
        }
        if removed > 0 {
            schema.insert(keyword::NULLABLE.into(), Value::Bool(true));
        }
    }
}

/// A list of types is the one type in it, `nullable` when null is another, or alternatives.
pub(super) fn types(schema: &mut Mapping, place: &mut Place<'_>) {
    let Some(mut names) = schema.get(keyword::TYPE).and_then(names) else {
        return;
    };
    let written = names.clone();
    if names.iter().any(|name| name == NULL) {
        names.retain(|name| name != NULL);
        schema.insert(keyword::NULLABLE.into(), Value::Bool(true));
    }
    if names.iter().any(|name| name == JsonType::Number.as_str()) {
        names.retain(|name| name != JsonType::Integer.as_str());
    }
    if is_number_or_text(&names) && is_numeric(schema) {
        names.retain(|name| name != JsonType::String.as_str());
        schema.shift_remove(keyword::PATTERN);
    }
    match names.as_slice() {
        [only] => {
            schema.insert(keyword::TYPE.into(), only.as_str().into());
        }
        [] => {
            schema.shift_remove(keyword::TYPE);
        }
        several => {
            schema.shift_remove(keyword::TYPE);
            let is_told = [keyword::ONE_OF, keyword::ANY_OF, keyword::ENUM]
                .iter()
                .any(|keyword| schema.contains_key(keyword));
            if !is_told {
                place.moved(|at| at.key(keyword::ANY_OF), |at| at.key(keyword::TYPE));
                for (index, name) in several.iter().enumerate() {
                    let written = written.iter().position(|it| it == name).unwrap_or_default();
                    let written = |at: &Pointer| at.key(keyword::TYPE).index(written);
                    let member = |at: &Pointer| at.key(keyword::ANY_OF).index(index);
                    place.merged(member, written, Pointer::clone);
                    place.moved(|at| member(at).key(keyword::TYPE), written);
                }
                let members = several.iter().map(|name| of_type(name, schema)).collect();
                schema.insert(keyword::ANY_OF.into(), Value::Sequence(members));
            }
        }
    }
}

/// The names in a `type` that 3.0 would not have; what is no type at all is left to the grammar.
fn names(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(name) => (name == NULL).then(|| vec![name.clone()]),
        Value::Null => Some(vec![NULL.to_owned()]),
        Value::Sequence(items) if !items.is_empty() => items
            .iter()
            .map(|item| name(item).map(str::to_owned))
            .collect(),
        _ => None,
    }
}

/// The name of a type; one that lacks its quotes is null.
fn name(value: &Value) -> Option<&str> {
    match value {
        Value::Null => Some(NULL),
        _ => value.as_str(),
    }
}

fn is_number_or_text(names: &[String]) -> bool {
    let [one, other] = names else {
        return false;
    };
    let [one, other] = [one, other].map(|name| JsonType::parse(name));
    let is_number = |kind: Option<JsonType>| kind.is_some_and(JsonType::is_numeric);
    let is_text = |kind| kind == Some(JsonType::String);
    (is_number(one) && is_text(other)) || (is_text(one) && is_number(other))
}

/// Whether the text beside a number is one of its digits. The client reads both, and sends the number.
fn is_numeric(schema: &Mapping) -> bool {
    let word = |key: &str| schema.get(key).and_then(Value::as_str);
    match (word(keyword::PATTERN), word(keyword::FORMAT)) {
        (Some(pattern), _) => numeric::matches_numbers(pattern),
        (None, Some(format)) => numeric::names_number(format),
        (None, None) => false,
    }
}

/// The keywords that say something about values of one type only.
fn keywords(kind: JsonType) -> &'static [&'static str] {
    use keyword as k;

    match kind {
        JsonType::Array => &[
            k::ITEMS,
            k::PREFIX_ITEMS,
            k::MIN_ITEMS,
            k::MAX_ITEMS,
            k::UNIQUE_ITEMS,
        ],
        JsonType::Object => &[
            k::PROPERTIES,
            k::REQUIRED,
            k::ADDITIONAL_PROPERTIES,
            k::PATTERN_PROPERTIES,
            k::MIN_PROPERTIES,
            k::MAX_PROPERTIES,
        ],
        JsonType::String => &[
            k::FORMAT,
            k::PATTERN,
            k::MIN_LENGTH,
            k::MAX_LENGTH,
            k::CONTENT_ENCODING,
            k::CONTENT_MEDIA_TYPE,
        ],
        JsonType::Integer | JsonType::Number => &[
            k::MINIMUM,
            k::MAXIMUM,
            k::EXCLUSIVE_MINIMUM,
            k::EXCLUSIVE_MAXIMUM,
            k::MULTIPLE_OF,
        ],
        JsonType::Boolean => &[],
    }
}

/// The alternative of one type, with what the schema says about its values.
fn of_type(name: &str, schema: &mut Mapping) -> Value {
    let mut member = Mapping::from_iter([(keyword::TYPE.into(), name.into())]);
    let kind = JsonType::parse(name);
    for keyword in kind.into_iter().flat_map(keywords) {
        if let Some(value) = schema.shift_remove(*keyword) {
            member.insert((*keyword).into(), value);
        }
    }
    if kind == Some(JsonType::Array) && !member.contains_key(keyword::ITEMS) {
        member.insert(keyword::ITEMS.into(), Value::Mapping(Mapping::new()));
    }
    Value::Mapping(member)
}

/// Whether null is one of several types or alternatives.
pub(super) fn has_types(schema: &Mapping) -> bool {
    let members = [keyword::ONE_OF, keyword::ANY_OF]
        .map(|keyword| schema.get(keyword).and_then(Value::as_sequence));
    let kind = schema.get(keyword::TYPE);
    kind.is_some_and(|kind| kind.is_sequence() || name(kind) == Some(NULL))
        || members.into_iter().flatten().flatten().any(is_null)
}

fn is_null(schema: &Value) -> bool {
    let is_constant = schema.get(keyword::CONST).is_some_and(Value::is_null);
    let is_type = match schema.get(keyword::TYPE) {
        Some(Value::Sequence(names)) => names.len() == 1 && name(&names[0]) == Some(NULL),
        Some(kind) => name(kind) == Some(NULL),
        None => false,
    };
    is_constant || is_type
}
