//! Facts that types do not express.

use super::{ApiVersion, MediaRange};

/// A fact for the documentation that the type does not express.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Note {
    /// The minimum and maximum number of characters, items or entries.
    Count(Counted, Option<u64>, Option<u64>),
    /// The minimum.
    Minimum(Limit),
    /// The maximum.
    Maximum(Limit),
    /// The divisor, in JSON.
    MultipleOf(String),
    /// The values of an `enum`, in JSON.
    OneOf(Vec<String>),
    /// No two items are equal.
    UniqueItems,
    /// The `format`, if the type does not imply it.
    Format(String),
    /// A fact about each item.
    EachItem(Box<Note>),
    /// The value has the properties of one or several of the alternatives.
    SeveralAlternatives,
    /// The media types of a part, of which the caller chooses one.
    MediaTypes {
        /// All of them.
        values: Vec<MediaRange>,
        /// Whether the first is the default.
        has_default: bool,
    },
    /// The headers of a part.
    Headers(Vec<String>),
    /// The version of an operation.
    Version(ApiVersion),
    /// The sunset date of the version.
    Sunset(String),
    /// An extension of the document.
    Extension {
        /// The sentence from the settings, with `{}` in place of the values.
        sentence: String,
        /// The values.
        values: Vec<String>,
    },
}

/// The unit of a count.
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
    /// Whether the bound is exclusive.
    pub is_exclusive: bool,
}
