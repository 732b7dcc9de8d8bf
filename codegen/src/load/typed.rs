//! A piece of the raw value as a type of `openapiv3`.
//!
//! Schemas and examples are cut out first: they are read from the raw value (see [`crate::lower`]), and the
//! backtracking with which `openapiv3` tells kinds of schemas apart takes exponential time in their depth.

use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

use super::Node;
use super::grammar::{self, Kind, Object, Schema, Table, View, keyword};

/// A type of `openapiv3` that has an entry in the grammar.
pub(crate) trait Typed: DeserializeOwned {
    const GRAMMAR: Table;
}

macro_rules! typed {
    ($($name:ident = $grammar:ident,)+) => {
        $(impl Typed for openapiv3::$name { const GRAMMAR: Table = grammar::$grammar::table; })+
    };
}

typed! {
    OpenAPI = OpenApi,
    PathItem = PathItem,
    Parameter = Parameter,
    Header = Header,
    RequestBody = RequestBody,
    Response = Response,
    Example = Example,
    SecurityScheme = SecurityScheme,
}

/// Reads a piece.
///
/// # Errors
///
/// When `openapiv3` refuses it: its reason.
pub(crate) fn typed<T: Typed>(node: &Node<'_>) -> Result<T, String> {
    serde_yaml::from_value(object(node.value, T::GRAMMAR())).map_err(|error| error.to_string())
}

fn object(value: &Value, grammar: &Object) -> Value {
    let Some(members) = value.as_mapping() else {
        return value.clone();
    };
    let mut skeleton = Mapping::new();
    for (key, value) in members {
        let kind = key.as_str().and_then(|key| kind_of(key, grammar));
        if let Some(kind) = kind.filter(|kind| !kind.is_undefined(value)) {
            skeleton.insert(key.clone(), copy(value, kind));
        }
    }
    // That they are missing is reported.
    let absent = grammar
        .fields
        .iter()
        .filter(|field| !members.contains_key(field.name));
    for field in absent.filter(|field| field.required) {
        if let Some(stand_in) = field.stand_in() {
            skeleton.insert(field.name.into(), stand_in);
        }
    }
    Value::Mapping(skeleton)
}

/// The kind of a member that a client needs.
fn kind_of(key: &str, grammar: &Object) -> Option<Kind> {
    let slot = grammar.member(key)?;
    let is_ignored = slot.field.is_some_and(|field| field.ignored.is_some());
    (!is_ignored).then_some(slot.kind)
}

fn copy(value: &Value, kind: Kind) -> Value {
    match kind {
        Kind::Any => Value::Null,
        Kind::ReusableOrBool(_) => Value::Mapping(Mapping::new()),
        Kind::Object(grammar) | Kind::Reusable(grammar) if grammar().is(Schema::table()) => {
            Value::Mapping(Mapping::new())
        }
        Kind::Reusable(_) if value.get(keyword::REF).is_some() => value.clone(),
        Kind::Object(grammar) | Kind::Reusable(grammar) => object(value, grammar()),
        Kind::List(item) => match value.as_sequence() {
            Some(items) => items.iter().map(|value| copy(value, *item)).collect(),
            None => value.clone(),
        },
        Kind::Map(item) => match value.as_mapping() {
            Some(members) => Value::Mapping(
                members
                    .iter()
                    .map(|(key, value)| (key.clone(), copy(value, *item)))
                    .collect(),
            ),
            None => value.clone(),
        },
        // A description without a text is reported, and empty.
        Kind::Text if value.is_null() => Value::String(String::new()),
        Kind::Text | Kind::Bool | Kind::Number | Kind::Count | Kind::Words(_) => value.clone(),
    }
}
