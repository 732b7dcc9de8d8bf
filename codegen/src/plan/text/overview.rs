use std::fmt::{self, Display, Formatter};

use super::super::overview::Overview;
use super::docs::Docs;

impl Display for Overview<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Docs("  ", &self.docs))?;
        if let Some(quick_start) = &self.quick_start {
            let (retries, other) = (&quick_start.retries, &quick_start.other_request);
            write!(
                f,
                "  quick start\n{}{retries}{other}",
                quick_start.first_call
            )?;
        }
        if let Some(environment) = &self.environment {
            writeln!(
                f,
                "  environment {} {:?}",
                environment.prefix, environment.pairs
            )?;
        }
        writeln!(f, "  failures {:?}", self.failures)?;
        for skipped in self.skipped {
            writeln!(f, "  skipped {} {:?}", skipped.request, skipped.reasons)?;
        }
        for gap in &self.gaps {
            writeln!(f, "  gap {gap:?}")?;
        }
        Ok(())
    }
}
