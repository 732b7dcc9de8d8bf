use std::fmt::{self, Display, Formatter};

use super::super::webhooks::{Event, Webhooks};
use super::docs::Docs;

impl Display for Webhooks<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let selection = &self.selection;
        write!(f, "  events")?;
        if let Some(header) = &selection.header {
            write!(f, " by header {header}")?;
        }
        if let Some(field) = selection.field {
            write!(f, " by field {field}")?;
        }
        writeln!(f, " ({:?})", selection.source)?;
        if let Some(signature) = &self.signature {
            writeln!(f, "  signature {signature:?}")?;
        }
        self.events.iter().try_for_each(|event| event.fmt(f))
    }
}

impl Display for Event<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "  {}({}) = {}",
            self.ident,
            self.payload,
            self.names.join(" | ")
        )?;
        write!(f, "{}", Docs("    ", &self.docs))
    }
}
