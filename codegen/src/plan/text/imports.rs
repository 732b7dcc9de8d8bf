use std::fmt::{self, Display, Formatter};

use super::super::imports::{Imports, Use};

impl Display for Imports<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let uses: Vec<_> = self.0.iter().map(Use::to_string).collect();
        match uses.as_slice() {
            [] => Ok(()),
            uses => writeln!(f, "  use {}", uses.join(", ")),
        }
    }
}

impl Display for Use<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cow => f.write_str("Cow"),
            Self::Map => f.write_str("BTreeMap"),
            Self::Wire => f.write_str("wire"),
            Self::Patterns => f.write_str("patterns"),
            Self::Siblings(names) => write!(f, "super::{{{}}}", names.join(", ")),
            Self::Method => f.write_str("http::Method"),
            Self::MethodAndHeaderValue => f.write_str("http::{HeaderValue, Method}"),
            Self::Call => f.write_str("Client, call, Operation"),
            Self::Events => f.write_str("events"),
            Self::Paging => f.write_str("paging"),
            Self::Waiting => f.write_str("waiting"),
            Self::TypesModule => f.write_str("types"),
            Self::Types(names) => write!(f, "types::{{{}}}", names.join(", ")),
        }
    }
}
