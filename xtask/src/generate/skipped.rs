//! The operations that flaws of the document touch, for people.

use codegen::Flaws;

use crate::words::{counted, thousands};

/// The number of operations that people read; `--all` prints the others.
const SHOWN: usize = 20;

/// How to generate the other operations; empty if no operation is affected.
pub(super) fn offer(flaws: &Flaws, all: bool) -> String {
    if flaws.operations.is_empty() {
        return String::new();
    }
    let affected = counted(flaws.operations.len(), "operation");
    let remaining = counted(flaws.remaining, "other operation");
    let list = requests(flaws, all);
    format!(
        "the errors affect {affected}:\n{list}\
         `--skip-flawed`, or `[document] skip-flawed = true` in the settings, generates the {remaining}\n"
    )
}

/// The operations that are omitted; empty if there are none.
pub(super) fn list(flaws: &Flaws, all: bool) -> String {
    if flaws.operations.is_empty() {
        return String::new();
    }
    let omitted = counted(flaws.operations.len(), "operation");
    format!(
        "{omitted} omitted because of errors:\n{}",
        requests(flaws, all)
    )
}

fn requests(flaws: &Flaws, all: bool) -> String {
    let limit = if all { usize::MAX } else { SHOWN };
    let shown = flaws.operations.iter().take(limit);
    let mut lines: Vec<_> = shown
        .map(|it| format!("    {}\n", it.request.escape_debug()))
        .collect();
    let hidden = flaws.operations.len() - lines.len();
    if hidden > 0 {
        let hidden = thousands(hidden);
        lines.push(format!("    and {hidden} more; `--all` prints every one\n"));
    }
    lines.concat()
}
