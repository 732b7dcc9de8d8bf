//! `x-ms-long-running-operation`: the operation starts work, and the response has a URL to poll.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{DeclaredWork, WorkOutcome};
use crate::load::{Node, Operation};
use crate::lower::context::Context;

const FINAL: &str = "final-state-via";

/// The work that an operation declares.
pub(super) fn work<'d>(
    cx: &mut Context<'d, '_>,
    operation: &Operation<'d>,
) -> Option<DeclaredWork> {
    let node = operation.ms_long_running()?;
    let mut malformed = |node: &Node<'d>, reason: &str| {
        let finding = Diagnostic::warning(Code::InvalidWaiter, &node.at, reason);
        cx.findings.report(finding);
    };
    let Some(is_work) = node.value.as_bool() else {
        malformed(&node, "`x-ms-long-running-operation` is not a boolean");
        return None;
    };
    let options = operation.ms_long_running_options();
    let last = options.as_ref().and_then(|it| it.get(FINAL));
    let outcome = match last.as_ref().map(|it| (it, it.value.as_str())) {
        None => WorkOutcome::Usual,
        Some((_, Some("original-uri"))) => WorkOutcome::Original,
        Some((_, Some("location"))) => WorkOutcome::Location,
        Some((_, Some("azure-async-operation" | "operation-location"))) => WorkOutcome::Status,
        Some((node, _)) => {
            let reason = "`final-state-via` is none of `original-uri`, `location`, `azure-async-operation` and `operation-location`";
            malformed(node, reason);
            WorkOutcome::Usual
        }
    };
    Some(DeclaredWork {
        origin: node.at,
        outcome: is_work.then_some(outcome),
    })
}
