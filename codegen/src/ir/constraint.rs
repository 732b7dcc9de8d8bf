use crate::pattern::Automaton;

/// A literal of the document: a default, or a constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number.
    Integer(i128),
    /// Any other number, as the document's parser read it.
    Number(f64),
    /// A string.
    String(String),
    /// An array or an object, as compact JSON text.
    Json(String),
}

/// Rules for a string (OpenAPI 3.0.3, *Schema Object*: `pattern`, `minLength`, `maxLength`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextRules {
    /// The regular expression that the string has to match.
    pub pattern: Option<Pattern>,
    /// Least number of code points.
    pub min_length: Option<u64>,
    /// Greatest number of code points.
    pub max_length: Option<u64>,
}

/// A regular expression (ECMA-262) and how a client checks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// The expression as the document writes it.
    pub source: String,
    /// What checks it.
    pub check: Check,
}

/// How a pattern is checked.
#[derive(Clone, Debug, PartialEq)]
pub enum Check {
    /// Exactly, in linear time, without a regex engine.
    Automaton(Box<Automaton>),
    /// Not at all, and this is why.
    Unchecked(String),
}

/// Rules for a whole number (`minimum`, `maximum`, `exclusive*`, `multipleOf`), both bounds inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct IntegerBounds {
    /// Least value.
    pub minimum: Option<i64>,
    /// Greatest value.
    pub maximum: Option<i64>,
    /// The value is a multiple of this.
    pub multiple_of: Option<i64>,
}
