//! The part of the summary about inference.

use crate::words::counted;

/// The number of operations that are listed by default.
const LISTED: usize = 3;

/// The operations whose pages are inferred, and how to correct that.
pub(super) fn pages(ids: &[String], all: bool) -> String {
    let Some(first) = ids.first() else {
        return String::new();
    };
    let names: Vec<_> = ids.iter().map(|id| format!("`{id}`")).collect();
    format!(
        "pages of {} inferred: {}\n    `{first:?} = false` below `[pagination]` in codegen.toml switches one off\n",
        counted(ids.len(), "operation"),
        listed(&names, all),
    )
}

/// The operations that start work by inference, with those that poll or the header of the URL, and how to correct that.
pub(super) fn waits(pairs: &[(String, String)], all: bool) -> String {
    let Some(first) = pairs.first() else {
        return String::new();
    };
    let names = pairs.iter();
    let names: Vec<_> = names
        .map(|(start, poll)| format!("`{start}` (`{poll}`)"))
        .collect();
    format!(
        "waits after {} inferred: {}\n    `after` of a waiter, or `{:?} = false` below `[waiters]` in codegen.toml corrects that\n",
        counted(pairs.len(), "operation"),
        listed(&names, all),
        first.0,
    )
}

/// The operations whose flag for a stream is inferred, and how to correct that.
pub(super) fn streams(ids: &[String], all: bool) -> String {
    let Some(first) = ids.first() else {
        return String::new();
    };
    let names: Vec<_> = ids.iter().map(|id| format!("`{id}`")).collect();
    format!(
        "flags for streams of {} inferred: {}\n    `{first:?} = {{ flag = false }}` below `[streams]` in codegen.toml switches one off\n",
        counted(ids.len(), "operation"),
        listed(&names, all),
    )
}

/// Where requests of the server have the name of their event, and how to correct that.
pub(super) fn webhooks(place: Option<&str>) -> String {
    let text = |place| {
        format!(
            "names of webhook events inferred: {place}\n    `header` and `field` below `[webhooks]` in codegen.toml correct that\n"
        )
    };
    place.map(text).unwrap_or_default()
}

fn listed(names: &[String], all: bool) -> String {
    let shown = if all { names.len() } else { LISTED };
    let rest = match names.len().saturating_sub(shown) {
        0 => String::new(),
        rest => format!(" and {rest} more (`--all` lists them)"),
    };
    let names = names.iter().take(shown).map(String::as_str);
    names.collect::<Vec<_>>().join(", ") + &rest
}

#[cfg(test)]
mod tests {
    use super::{pages, streams, waits};

    #[test]
    fn three_operations_and_a_count_are_listed() {
        let ids = ["a", "b", "c", "d"].map(str::to_owned);
        assert_eq!(pages(&[], false), "");
        assert_eq!(
            pages(&ids, false),
            "pages of 4 operations inferred: `a`, `b`, `c` and 1 more (`--all` lists them)\n    \
             `\"a\" = false` below `[pagination]` in codegen.toml switches one off\n"
        );
        assert!(
            pages(&ids, true).starts_with("pages of 4 operations inferred: `a`, `b`, `c`, `d`\n")
        );
    }

    #[test]
    fn waits_are_listed_with_their_polls() {
        let pairs = [("create".to_owned(), "get".to_owned())];
        assert_eq!(waits(&[], false), "");
        assert_eq!(
            waits(&pairs, false),
            "waits after 1 operation inferred: `create` (`get`)\n    \
             `after` of a waiter, or `\"create\" = false` below `[waiters]` in codegen.toml corrects that\n"
        );
    }

    #[test]
    fn flags_are_listed() {
        let ids = ["a".to_owned()];
        assert_eq!(streams(&[], false), "");
        assert_eq!(
            streams(&ids, false),
            "flags for streams of 1 operation inferred: `a`\n    \
             `\"a\" = { flag = false }` below `[streams]` in codegen.toml switches one off\n"
        );
    }
}
