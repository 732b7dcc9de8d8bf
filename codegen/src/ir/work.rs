//! Work that a server continues after it has answered.

use crate::diagnostic::Pointer;

/// What the document declares about the work that an operation starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredWork {
    /// The location in the document.
    pub origin: Pointer,
    /// The source of its result; `None` if the operation starts none.
    pub outcome: Option<WorkOutcome>,
}

/// The source of the result of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkOutcome {
    /// The resource that is created or changed, the header `Location`, or the last status.
    Usual,
    /// The URL of the request.
    Original,
    /// The header `Location`.
    Location,
    /// The last status.
    Status,
}
