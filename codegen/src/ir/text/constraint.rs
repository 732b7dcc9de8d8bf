//! Literals and rules.

use std::fmt::{self, Display, Formatter};

use crate::ir::{Check, IntegerBounds, Literal, TextRules};

impl Display for Literal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Number(value) => write!(f, "{value:?}"),
            Self::String(text) => write!(f, "{text:?}"),
            Self::Json(text) => f.write_str(text),
        }
    }
}

impl Display for TextRules {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(pattern) = &self.pattern {
            write!(f, " /{}/", pattern.source)?;
            match &pattern.check {
                Check::Automaton(automaton) => {
                    write!(f, " automaton({} states)", automaton.accepting.len())
                }
                Check::Unchecked(reason) => write!(f, " unchecked({reason})"),
            }?;
        }
        if let Some(least) = self.min_length {
            write!(f, " length >= {least}")?;
        }
        if let Some(most) = self.max_length {
            write!(f, " length <= {most}")?;
        }
        Ok(())
    }
}

impl Display for IntegerBounds {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(least) = self.minimum {
            write!(f, " >= {least}")?;
        }
        if let Some(most) = self.maximum {
            write!(f, " <= {most}")?;
        }
        if let Some(step) = self.multiple_of {
            write!(f, " multiple of {step}")?;
        }
        Ok(())
    }
}
