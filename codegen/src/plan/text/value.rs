use std::fmt::{self, Display, Formatter};

use super::super::ty::Type;
use super::super::value::{Construct, FieldValue, Value};

/// The items, separated by commas.
pub(super) fn list(items: impl Iterator<Item = impl ToString>) -> String {
    let items: Vec<_> = items.map(|item| item.to_string()).collect();
    items.join(", ")
}

impl Display for Value<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => write!(f, "{value}"),
            Self::Integer(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value}"),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Array(items) => write!(f, "array [{}]", list(items.iter())),
            Self::EmptyList(item) => write!(f, "Vec<{item}>"),
            Self::List(items) => write!(f, "[{}]", list(items.iter())),
            Self::Tuple(items) => write!(f, "{}", Arguments(items)),
            Self::EmptyMap => f.write_str("{}"),
            Self::Null => f.write_str("None"),
            Self::EmptyObject => f.write_str("json!({})"),
            Self::Type(ty, construct) => write!(f, "{ty}::{construct}"),
            Self::Alternative(ty, variant, value) => write!(f, "{ty}::{variant}({value})"),
            Self::Into(value) => write!(f, "{value}.into()"),
            Self::ToOwned(value) => write!(f, "{value}.to_owned()"),
            Self::Boxed(value) => write!(f, "Box({value})"),
            Self::Reference(value) => write!(f, "&{value}"),
            Self::Local(name) => f.write_str(name),
            Self::Word(words, parameter) => write!(f, "{words}.next({parameter:?})"),
            Self::Variable(name) => write!(f, "${name}"),
            Self::Parsed(value) => write!(f, "{value}.parse()"),
            Self::ParsedInteger(width, value) => {
                write!(f, "{value}.parse::<{}>()", Type::Integer(*width))
            }
        }
    }
}

impl Display for Construct<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::New(arguments) => write!(f, "new{}", Arguments(arguments)),
            Self::NewNamed(required, fields) => write!(f, "new({required} {})", Fields(fields)),
            Self::Default => f.write_str("default()"),
            Self::Variant(variant, None) => f.write_str(variant),
            Self::Variant(variant, Some(payload)) => write!(f, "{variant}({payload})"),
            Self::Static(literal) => write!(f, "from_static({literal})"),
            Self::Unchecked => f.write_str("new_unchecked(\"...\")"),
            Self::From(value) => write!(f, "from({value})"),
        }
    }
}

/// `(a, b)`
pub(super) struct Arguments<'a, T>(pub(super) &'a [T]);

impl<T: Display> Display for Arguments<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "({})", list(self.0.iter()))
    }
}

/// `{ a: 1, b }`
pub(super) struct Fields<'a>(pub(super) &'a [FieldValue<'a>]);

impl Display for Fields<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let fields = self.0.iter().map(|field| match field {
            FieldValue::Value(name, value) => format!("{name}: {value}"),
            FieldValue::Local(name) => (*name).to_owned(),
        });
        write!(f, "{{ {} }}", list(fields))
    }
}
