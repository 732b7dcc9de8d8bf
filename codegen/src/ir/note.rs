//! Facts about things that no type expresses.

use super::ApiVersion;

/// A fact that the documentation of a thing tells, and its type does not express.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// The least and the greatest number of characters, items or entries.
    Count(Counted, Option<u64>, Option<u64>),
    /// The least number.
    Minimum(Limit),
    /// The greatest number.
    Maximum(Limit),
    /// Each number is a multiple of this one, in JSON.
    MultipleOf(String),
    /// The values of an `enum`, in JSON.
    OneOf(Vec<String>),
    /// No two items are equal.
    UniqueItems,
    /// The `format`, which the type does not say.
    Format(String),
    /// A fact about each item.
    EachItem(Box<Note>),
    /// The value has the properties of one or several of the alternatives.
    SeveralAlternatives,
    /// The media types of a part, of which the caller chooses one.
    MediaTypes {
        /// All of them.
        values: Vec<String>,
        /// Whether the first is the default.
        has_default: bool,
    },
    /// The headers of a part.
    Headers(Vec<String>),
    /// The version of an operation.
    Version(ApiVersion),
    /// The day on which the API stops serving the version of an operation.
    Sunset(String),
    /// An extension of the document.
    Extension {
        /// Words of the settings, with `{}` in place of the values.
        sentence: String,
        /// The values.
        values: Vec<String>,
    },
}

/// What is counted in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// The characters of a string.
    Characters,
    /// The items of an array.
    Items,
    /// The entries of an object.
    Entries,
}

/// A bound of a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Limit {
    /// The number, in JSON.
    pub value: String,
    /// Whether the number itself is not allowed.
    pub is_exclusive: bool,
}
