use std::fmt::{self, Display, Formatter};

use super::super::paging::{More, Next, Pages, Size, Source};

impl Display for Pages<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "of {} ", self.item)?;
        if !self.items.is_empty() {
            let keys: Vec<_> = self.items.iter().map(|step| step.key).collect();
            write!(f, "in {} ", keys.join("."))?;
        }
        write!(f, "{}", self.next)?;
        if let Some(more) = &self.more {
            write!(f, ", more {more}")?;
        }
        if let Some(total) = &self.total {
            write!(f, ", total {}", total.join("."))?;
        }
        match self.source {
            Source::Declared => f.write_str(" (declared)"),
            Source::Settings => f.write_str(" (settings)"),
            Source::Inferred => f.write_str(" (inferred)"),
        }
    }
}

impl Display for Next<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number {
                parameter,
                first,
                size,
                pages,
            } => {
                write!(
                    f,
                    "by number {parameter} from {first}{}",
                    Sized(size.as_ref())
                )?;
                match pages {
                    Some(pages) => write!(f, " to {}", pages.join(".")),
                    None => Ok(()),
                }
            }
            Self::Offset {
                parameter,
                first,
                size,
            } => write!(
                f,
                "by offset {parameter} from {first}{}",
                Sized(size.as_ref())
            ),
            Self::Cursor(parameter, token) => {
                write!(f, "by {parameter} = {}", token.join("."))
            }
            Self::LastItem(parameter, key) => {
                write!(f, "by {parameter} = last item's {}", key.join("."))
            }
            Self::Url(path) => write!(f, "by URL {}", path.join(".")),
            Self::Link => f.write_str("by Link header"),
        }
    }
}

struct Sized<'a>(Option<&'a Size<'a>>);

impl Display for Sized<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Some(size) = self.0 else {
            return Ok(());
        };
        write!(f, " size {}", size.parameter)?;
        if let Some(default) = size.default {
            write!(f, " = {default}")?;
        }
        match size.max {
            Some(max) => write!(f, " up to {max}"),
            None => Ok(()),
        }
    }
}

impl Display for More<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(path) => write!(f, "if {}", path.join(".")),
            Self::Last(path) => write!(f, "unless {}", path.join(".")),
            Self::Present(path) => write!(f, "with {}", path.join(".")),
            Self::Links(path) => write!(f, "by links {}", path.join(".")),
        }
    }
}
