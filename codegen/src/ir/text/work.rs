//! Work that a server continues after it has answered.

use std::fmt::{self, Display, Formatter};

use crate::ir::{DeclaredWork, WorkOutcome};

impl Display for DeclaredWork {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.outcome {
            None => "none",
            Some(WorkOutcome::Usual) => "with usual result",
            Some(WorkOutcome::Original) => "with result at its URL",
            Some(WorkOutcome::Location) => "with result at Location",
            Some(WorkOutcome::Status) => "with result in status",
        })
    }
}
