//! The part of the summary about inference.

use crate::words::counted;

/// The number of operations that are listed by default.
const LISTED: usize = 3;

/// The operations whose pages are inferred, and how to correct that.
pub(super) fn list(ids: &[String], all: bool) -> String {
    let Some(first) = ids.first() else {
        return String::new();
    };
    let shown = if all { ids.len() } else { LISTED };
    let names: Vec<_> = ids.iter().take(shown).map(|id| format!("`{id}`")).collect();
    let rest = match ids.len().saturating_sub(shown) {
        0 => String::new(),
        rest => format!(" and {rest} more (`--all` lists them)"),
    };
    format!(
        "pages of {} inferred: {}{rest}\n    `{first:?} = false` below `[pagination]` in codegen.toml switches one off\n",
        counted(ids.len(), "operation"),
        names.join(", "),
    )
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn three_operations_and_a_count_are_listed() {
        let ids = ["a", "b", "c", "d"].map(str::to_owned);
        assert_eq!(list(&[], false), "");
        assert_eq!(
            list(&ids, false),
            "pages of 4 operations inferred: `a`, `b`, `c` and 1 more (`--all` lists them)\n    \
             `\"a\" = false` below `[pagination]` in codegen.toml switches one off\n"
        );
        assert!(
            list(&ids, true).starts_with("pages of 4 operations inferred: `a`, `b`, `c`, `d`\n")
        );
    }
}
