use crate::pattern::{Automaton, Unchecked};

/// A literal of the document: a default, or a constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// An integer.
    Integer(i128),
    /// Any other number, as the document's parser read it.
    Number(f64),
    /// A string.
    String(String),
    /// An array or an object, as compact JSON text.
    Json(String),
}

/// Rules for a string (OpenAPI 3.0.3, *Schema Object*: `pattern`, `minLength`, `maxLength`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextRules {
    /// The regular expression that the string must match.
    pub pattern: Option<Pattern>,
    /// Minimum number of code points.
    pub min_length: Option<u64>,
    /// Maximum number of code points.
    pub max_length: Option<u64>,
}

impl TextRules {
    /// Whether a string satisfies the rules; an unchecked pattern accepts every string.
    #[must_use]
    pub fn accepts(&self, text: &str) -> bool {
        let length = text.chars().count() as u64;
        let matches = match self.pattern.as_ref().map(|pattern| &pattern.check) {
            Some(Check::Automaton(automaton)) => automaton.accepts(text),
            Some(Check::Unchecked(_)) | None => true,
        };
        matches
            && self.min_length.is_none_or(|least| length >= least)
            && self.max_length.is_none_or(|most| length <= most)
    }
}

/// A regular expression (ECMA-262) and its check in the client.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pattern {
    /// The expression as written in the document.
    pub source: String,
    /// The check.
    pub check: Check,
}

/// How a pattern is checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Check {
    /// Exactly, in linear time, without a regex engine.
    Automaton(Box<Automaton>),
    /// Unchecked, for this reason.
    Unchecked(Unchecked),
}

/// Rules for an integer (`minimum`, `maximum`, `exclusive*`, `multipleOf`), both bounds inclusive. Bounds that the
/// width implies are not rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct IntegerBounds {
    /// Minimum value.
    pub minimum: Option<i128>,
    /// Maximum value.
    pub maximum: Option<i128>,
    /// The value is a multiple of this.
    pub multiple_of: Option<i128>,
}
