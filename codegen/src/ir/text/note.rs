//! Notes.

use std::fmt::{self, Display, Formatter};

use super::joined;
use crate::ir::{Counted, Limit, Note};

impl Display for Note {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(counted, least, most) => {
                f.write_str(counted.as_str())?;
                least
                    .iter()
                    .try_for_each(|least| write!(f, " >= {least}"))?;
                most.iter().try_for_each(|most| write!(f, " <= {most}"))
            }
            Self::Minimum(limit) => write!(f, ">{limit}"),
            Self::Maximum(limit) => write!(f, "<{limit}"),
            Self::MultipleOf(step) => write!(f, "multiple of {step}"),
            Self::OneOf(values) => write!(f, "one of {}", values.join(", ")),
            Self::UniqueItems => f.write_str("unique items"),
            Self::Format(name) => write!(f, "format {name}"),
            Self::EachItem(note) => write!(f, "each item: {note}"),
            Self::SeveralAlternatives => f.write_str("several alternatives"),
            Self::MediaTypes {
                values,
                has_default,
            } => {
                let default = if *has_default {
                    ", the first by default"
                } else {
                    ""
                };
                write!(f, "media types {}{default}", joined(values, " "))
            }
            Self::Headers(names) => write!(f, "headers {}", names.join(" ")),
            Self::Version(version) => write!(f, "version {version}"),
            Self::Sunset(day) => write!(f, "sunset {day}"),
            Self::Extension { sentence, values } => {
                write!(f, "{sentence:?} {}", values.join(", "))
            }
        }
    }
}

impl Display for Limit {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let equal = if self.is_exclusive { "" } else { "=" };
        write!(f, "{equal} {}", self.value)
    }
}

impl Counted {
    fn as_str(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Items => "items",
            Self::Entries => "entries",
        }
    }
}
