//! Why a pattern has no automaton.

use std::fmt;

/// Why [`compile`](super::compile) gave no automaton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The source is not an ECMA-262 regular expression.
    Invalid {
        /// Where in the source, in bytes.
        offset: usize,
        /// What is wrong there: a lower-case phrase without a full stop.
        message: String,
    },
    /// The source is a regular expression, but not one that is checked.
    Unchecked(Unchecked),
}

/// Why a regular expression stays unchecked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unchecked {
    /// It refers back to what a group matched, which no finite automaton can do.
    Backreference,
    /// A look-behind holds something that looks ahead: `(?=..)`, `(?!..)`, `$`, `\b` or `\B`.
    LookBehind,
    /// A group switches flags, as in `(?i:..)`.
    Modifiers,
    /// It is written in another dialect than ECMA-262, as with `(?i)`.
    OtherDialect,
    /// A `\p{..}` names a property that is not a general category or a script.
    UnicodeProperty(String),
    /// The automaton would be too large, or too much work to find.
    TooLarge {
        /// What is counted: a plural noun.
        what: &'static str,
        /// How many there may be.
        limit: usize,
    },
}

impl Refused {
    pub(super) fn invalid(offset: usize, message: impl Into<String>) -> Self {
        let message = message.into();
        Self::Invalid { offset, message }
    }
}

impl From<Unchecked> for Refused {
    fn from(reason: Unchecked) -> Self {
        Self::Unchecked(reason)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid { offset, message } => write!(f, "{message} at offset {offset}"),
            Self::Unchecked(reason) => reason.fmt(f),
        }
    }
}

impl fmt::Display for Unchecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Backreference => f.write_str("it uses a backreference"),
            Self::LookBehind => f.write_str("it looks ahead inside a look-behind"),
            Self::Modifiers => f.write_str("it switches flags for a group"),
            Self::OtherDialect => f.write_str("it is in a dialect that is not ECMA-262"),
            Self::UnicodeProperty(name) => write!(f, "it uses the Unicode property `{name}`"),
            Self::TooLarge { what, limit } => write!(f, "it needs more than {limit} {what}"),
        }
    }
}

impl std::error::Error for Refused {}
impl std::error::Error for Unchecked {}
