//! The automata of `codegen::pattern` against an independent ECMA-262 engine.
//!
//! Both sides match code points. The engine parses with the `u` flag where a pattern is valid under it,
//! and by the lenient grammar otherwise, which is how `codegen` decides what an escape means too.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::pattern::{Automaton, Refused, Unchecked, compile};
use regress::Regex;
use workspace_tests::strings::Strings;

/// The patterns of the curated document.
const CURATED: [&str; 5] = [
    "^([a-f0-9]{24})$",
    "^vpce-[0-9a-f]{17}$",
    r"^((25[0-5]|(2[0-4]|1\d|[1-9]|)\d)(\.(?!$)|$)){4}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$",
    "^p-[0-9a-z]{24}$",
    r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}%2[fF]([-\w._()]+)%2[fF]([-\w._()]+)",
];

fn oracle(source: &str) -> Option<Regex> {
    Regex::with_flags(source, "u")
        .or_else(|_| Regex::new(source))
        .ok()
}

/// Compares `count` strings; gives how many the pattern accepted.
fn compare(source: &str, automaton: &Automaton, count: usize, length: usize) -> usize {
    let Some(regex) = oracle(source) else {
        panic!("the engine does not take {source}")
    };
    let mut accepted = 0;
    for (seed, text) in Strings::new(automaton, 0, length).take(count).enumerate() {
        let expected = regex.find(&text).is_some();
        assert_eq!(
            automaton.accepts(&text),
            expected,
            "{source} on {text:?}, string {seed}"
        );
        accepted += usize::from(expected);
    }
    accepted
}

#[test]
fn curated_patterns_agree_on_100_000_strings_each() {
    for source in CURATED {
        let automaton = compile(source).unwrap();
        let accepted = compare(source, &automaton, 100_000, 40);
        assert!(
            (20_000..80_000).contains(&accepted),
            "{source}: {accepted} accepted"
        );
    }
}
