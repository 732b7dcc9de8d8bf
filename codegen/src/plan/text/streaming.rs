use std::fmt::{self, Display, Formatter};

use super::super::streaming::{Flag, Source, Stream, Streamed};

impl Display for Stream<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.media_type, self.value)?;
        match self.flag {
            None => {}
            Some(Flag::Parameter(name)) => write!(f, ", sets parameter {name}")?,
            Some(Flag::Property(name)) => write!(f, ", sets property {name}")?,
        }
        if let Some(terminator) = self.terminator {
            write!(f, ", until {terminator}")?;
        }
        match self.source {
            Source::Declared => Ok(()),
            Source::Inferred => f.write_str(" (inferred)"),
        }
    }
}

impl Display for Streamed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Events(ty) => write!(f, "events of {ty}"),
            Self::WholeEvents(ty) => write!(f, "whole events of {ty}"),
            Self::Texts => f.write_str("events of text"),
            Self::Values(ty) => write!(f, "values of {ty}"),
        }
    }
}
