//! Reasons why a pattern has no automaton.

use std::fmt;

/// The reason why [`compile`](super::compile) failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The source is not an ECMA-262 regular expression.
    Invalid {
        /// The position in the source, in bytes.
        offset: usize,
        /// The error: a lower-case phrase without a full stop.
        message: String,
    },
    /// The source is a regular expression that is not checked.
    Unchecked(Unchecked),
}

/// The reason why a regular expression is unchecked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unchecked {
    /// It has a back-reference, which a finite automaton cannot represent.
    Backreference,
    /// A look-behind contains a look-ahead: `(?=..)`, `(?!..)`, `$`, `\b` or `\B`.
    LookBehind,
    /// A group switches flags, as in `(?i:..)`.
    Modifiers,
    /// It uses the syntax of another dialect, such as `(?i)`.
    OtherDialect,
    /// A `\p{..}` names a property that is not a general category or a script.
    UnicodeProperty(String),
    /// The automaton would be too large, or would take too long to build.
    TooLarge {
        /// The counted items: a plural noun.
        what: &'static str,
        /// The limit.
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
