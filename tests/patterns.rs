//! The automata of `codegen::pattern` against an independent ECMA-262 engine.
//!
//! Both sides match code points. The engine parses with the `u` flag where a pattern is valid under it,
//! and by the lenient grammar otherwise, like `codegen`.

#[path = "patterns/constructs.rs"]
mod constructs;
#[path = "patterns/corpus.rs"]
mod corpus;
#[path = "patterns/random.rs"]
mod random;

use codegen::pattern::{Budget, Checked, Refused, Unchecked, compile, compile_within};
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

#[test]
fn curated_patterns_agree_on_100_000_strings_each() {
    for source in CURATED {
        let checked = checked(source).unwrap();
        let accepted = compare(source, &oracle(source).unwrap(), &checked, 100_000, 40);
        assert!(
            (20_000..80_000).contains(&accepted),
            "{source}: {accepted} accepted"
        );
    }
}

/// The table in the client accepts the same language as the automaton.
#[test]
fn emitted_tables_agree_with_their_automata() {
    use atlas_private_endpoints::types;
    let checks: [fn(&str) -> bool; 5] = [
        |text| types::GroupId::new(text).is_ok(),
        |text| types::AwsVpcEndpointId::new(text).is_ok(),
        |text| types::PrivateEndpointIpAddress::new(text).is_ok(),
        |text| types::GcpProjectId::new(text).is_ok(),
        |text| types::AzurePrivateEndpointConnectionName::new(text).is_ok(),
    ];
    for (source, accepts) in CURATED.into_iter().zip(checks) {
        let automaton = compile(source).unwrap();
        for text in Strings::new(&automaton, 0, 40).take(20_000) {
            let expected = automaton.accepts(&text);
            assert_eq!(accepts(&text), expected, "{source} on {text:?}");
        }
    }
}

#[test]
fn every_construct_agrees() {
    for source in constructs::PATTERNS {
        let checked = checked(source).unwrap_or_else(|refused| panic!("{source}: {refused}"));
        compare(source, &oracle(source).unwrap(), &checked, 400, 10);
    }
}

#[test]
fn the_engine_rejects_invalid_patterns_too() {
    for source in constructs::INVALID {
        let refused = compile(source);
        assert!(
            matches!(refused, Err(Refused::Invalid { .. })),
            "{source}: {refused:?}"
        );
        assert!(oracle(source).is_none(), "the engine takes {source}");
    }
}

#[test]
fn corpus_patterns_agree() {
    let Some(patterns) = corpus::patterns() else {
        println!("skipped: no corpus beside the workspace");
        return;
    };
    let (mut automata, mut unchecked) = (0, 0);
    for source in &patterns {
        match checked(source) {
            Ok(checked) => {
                compare(source, &oracle(source).unwrap(), &checked, 150, 16);
                automata += 1;
            }
            Err(Refused::Unchecked(reason)) => {
                println!("unchecked, {reason}: {source}");
                assert!(
                    matches!(reason, Unchecked::TooLarge { .. }),
                    "{source}: {reason}"
                );
                unchecked += 1;
            }
            Err(invalid) => {
                println!("invalid, {invalid}: {source}");
                assert!(oracle(source).is_none(), "the engine takes {source}");
            }
        }
    }
    let total = patterns.len();
    println!("{total} patterns, {automata} automata, {unchecked} unchecked");
    assert!(
        automata * 100 >= total * 98,
        "{automata} automata of {total} patterns"
    );
}

#[test]
fn random_patterns_agree_on_all_short_strings() {
    // The engine's usual executor runs out of memory on some loops within loops.
    use regress::backends::{PikeVMExecutor, find};
    let texts = random::texts(5);
    let (mut compared, mut accepted) = (0, 0);
    for source in random::patterns(1_500) {
        let (automaton, regex) = match (compile(&source), oracle(&source)) {
            (Ok(automaton), Some(regex)) => (automaton, regex),
            (Err(Refused::Unchecked(Unchecked::LookBehind)), Some(_)) => continue,
            (refused, _) => panic!("{source}: {refused:?}"),
        };
        for text in &texts {
            let expected = find::<PikeVMExecutor<'_, '_>>(&regex, text, 0)
                .next()
                .is_some();
            assert_eq!(automaton.accepts(text), expected, "{source} on {text:?}");
            accepted += usize::from(expected);
        }
        compared += 1;
    }
    let share = accepted * 100 / (compared * texts.len()).max(1);
    println!(
        "{compared} patterns, {} texts each, {share} % accepted",
        texts.len()
    );
    assert!(compared > 1_000 && (10..90).contains(&share));
}

fn oracle(source: &str) -> Option<Regex> {
    Regex::with_flags(source, "u")
        .or_else(|_| Regex::new(source))
        .ok()
}

/// A pattern by itself.
fn checked(source: &str) -> Result<Checked, Refused> {
    compile_within(source, &mut Budget::default())
}

/// Compares the results for `count` strings with the engine; returns the number of accepted strings.
fn compare(source: &str, regex: &Regex, checked: &Checked, count: usize, length: usize) -> usize {
    let mut accepted = 0;
    for text in Strings::new(&checked.automaton, 0, length).take(count) {
        let expected = regex.find(&text).is_some();
        assert_eq!(checked.accepts(&text), expected, "{source} on {text:?}");
        accepted += usize::from(expected);
    }
    accepted
}
