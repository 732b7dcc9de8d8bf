//! Lists in pages.

use std::fmt::{self, Display, Formatter};

use crate::ir::{BodyPath, DeclaredPages, MorePages, NextPage};

impl Display for DeclaredPages {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Some(pages) = &self.pagination else {
            return f.write_str("none");
        };
        match &pages.next {
            Some(next) => write!(f, "by {next}")?,
            None => f.write_str("by unknown")?,
        }
        let paths = [
            ("items", &pages.items),
            ("total", &pages.total),
            ("pages", &pages.pages),
        ];
        for (name, path) in paths {
            if let Some(path) = path {
                write!(f, ", {name} {}", dotted(path))?;
            }
        }
        if let Some(size) = &pages.size {
            write!(f, ", size {size}")?;
        }
        if let Some(first) = pages.first {
            write!(f, ", from {first}")?;
        }
        match &pages.more {
            Some(MorePages::Flag(path)) => write!(f, ", more if {}", dotted(path)),
            Some(MorePages::Last(path)) => write!(f, ", more unless {}", dotted(path)),
            Some(MorePages::Present(path)) => write!(f, ", more with {}", dotted(path)),
            Some(MorePages::Links(path)) => write!(f, ", more by links {}", dotted(path)),
            None => Ok(()),
        }
    }
}

impl Display for NextPage {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(parameter) => write!(f, "number {parameter}"),
            Self::Offset(parameter) => write!(f, "offset {parameter}"),
            Self::Cursor(parameter, token) => write!(f, "{parameter} = {}", dotted(token)),
            Self::LastItem(parameter, key) => {
                write!(f, "{parameter} = last item's {}", dotted(key))
            }
            Self::Url(path) => write!(f, "URL {}", dotted(path)),
            Self::Link => f.write_str("Link header"),
        }
    }
}

fn dotted(path: &BodyPath) -> String {
    path.join(".")
}
