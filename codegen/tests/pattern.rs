//! Patterns, seen from outside: the table, what is refused and why, and the budgets.

use codegen::pattern::{Automaton, Budget, Length, Refused, Unchecked, compile, compile_within};

/// Why a pattern is unchecked; none if it is checked or invalid.
fn unchecked(source: &str) -> Option<Unchecked> {
    match compile(source) {
        Err(Refused::Unchecked(reason)) => Some(reason),
        _ => None,
    }
}

/// Where and why a pattern is invalid; none if it is valid.
fn invalid(source: &str) -> Option<(usize, String)> {
    match compile(source) {
        Err(Refused::Invalid { offset, message }) => Some((offset, message)),
        _ => None,
    }
}

#[test]
fn table_is_small_and_numbered_from_the_start() {
    let table = compile("^ab$").unwrap();
    // Other bytes, `a`, `b`.
    assert_eq!(table.class_count, 3);
    let classes = |byte: u8| table.classes[usize::from(byte)];
    assert_eq!(
        [b'\0', b'a', b'b', b'c', 0x80, 0xff].map(classes),
        [0, 1, 2, 0, 0, 0]
    );
    // Start, dead, after `a`, after `ab`.
    assert_eq!(table.start, 0);
    assert_eq!(table.transitions, [1, 2, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1]);
    assert_eq!(table.accepting, [false, false, false, true]);
}

#[test]
fn different_sources_with_one_meaning_give_equal_tables() {
    for (one, other) in [
        ("^[a-f0-9]{24}$", "^([0-9a-f]){12}(?:[a-f]|[0-9]){12}$"),
        ("", "^|a"),
        ("[]", "(?!)"),
        (r"^\d$", "^[0-9](?![^])"),
        (r"^\bx", "^x"),
        ("^.$", r"^[^\n\r\u2028\u2029]$"),
        ("(?=a)a", "a"),
        ("^(?:(?!b)[^])*$", "^[^b]*$"),
        (r"[^\p{L}]", r"\P{Letter}"),
        ("^(?:){4294967295}a$", "^a$"),
        ("^(?:()*)*a$", "^a$"),
        ("^(?:^|$)*a$", "^a$"),
    ] {
        assert_eq!(
            compile(one).unwrap(),
            compile(other).unwrap(),
            "{one} and {other}"
        );
    }
}

#[test]
fn no_two_states_behave_alike() {
    let sources = [
        "^[a-f0-9]{24}$",
        r"\p{L}\b|^(a|bc)*$",
        "^.{1,9}$",
        "(?=.*a)(?!.*b).{3}",
        "^é+[^ü]$",
    ];
    for source in sources {
        let table = compile(source).unwrap();
        assert_eq!(distinct_states(&table), table.accepting.len(), "{source}");
    }
}

/// Moore's algorithm: states are told apart by ever longer texts until nothing changes.
fn distinct_states(table: &Automaton) -> usize {
    let mut kinds: Vec<usize> = table
        .accepting
        .iter()
        .map(|&accepts| accepts.into())
        .collect();
    let mut count = 0;
    loop {
        let signature = |state: usize| {
            let row = &table.transitions[state * table.class_count..][..table.class_count];
            let next = row.iter().map(|&next| kinds[usize::from(next)]);
            std::iter::once(kinds[state])
                .chain(next)
                .collect::<Vec<_>>()
        };
        let signatures: Vec<_> = (0..kinds.len()).map(signature).collect();
        let mut distinct = signatures.clone();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() == count {
            return count;
        }
        count = distinct.len();
        kinds = signatures
            .iter()
            .flat_map(|signature| distinct.binary_search(signature))
            .collect();
    }
}

#[test]
fn text_is_matched_by_code_point() {
    assert!(compile("^.$").unwrap().accepts("😀"));
    assert!(compile("^[^a]{2}$").unwrap().accepts("é😀"));
    assert!(!compile("^..$").unwrap().accepts("é"));
    assert!(compile("^[à-ü]$").unwrap().accepts("é"));
    // A surrogate alone is no character.
    assert!(!compile(r"\uD83D").unwrap().accepts("😀"));
}

#[test]
fn class_escapes_are_those_of_ecma_262() {
    assert!(!compile(r"\d").unwrap().accepts("٣"));
    assert!(!compile(r"\w").unwrap().accepts("é"));
    assert!(
        compile(r"^\s{4}$")
            .unwrap()
            .accepts("\u{feff}\u{a0}\u{2029}\u{3000}")
    );
    assert!(!compile(r"\s").unwrap().accepts("\u{85}\u{180e}\u{200b}"));
    assert!(!compile("^a$").unwrap().accepts("a\n"));
}

#[test]
fn patterns_share_a_budget() {
    let mut budget = Budget::of(2_000);
    assert!(compile_within("^[a-z]{4}$", &mut budget).is_ok());
    let refused = (0..20).map(|_| compile_within("^[a-z]{4}$", &mut budget));
    let last = refused.last().expect("there are some");
    assert!(matches!(
        last,
        Err(Refused::Unchecked(Unchecked::TooLarge { .. }))
    ));
}

#[test]
fn invalid_patterns_say_where_and_why() {
    for (source, offset, message) in [
        ("a(b", 1, "unterminated group"),
        ("ab)", 2, "unmatched `)`"),
        ("é[b", 2, "unterminated character class"),
        ("a**", 2, "nothing to repeat"),
        ("a{2,1}", 1, "numbers out of order in a quantifier"),
        ("[a-cz-x]", 4, "range out of order in a character class"),
        ("ab\\", 2, "backslash at the end"),
        ("(?a>b)", 2, "invalid group"),
        ("(?<a>b)(?<a>c)", 10, "duplicate group name `a`"),
        (r"(?<a>b)\k<c>", 12, "reference to an unknown group"),
        (r"\b*", 2, "nothing to repeat"),
        // That a pattern is invalid matters more than that it is unchecked.
        (r"(a)\1(", 5, "unterminated group"),
    ] {
        assert_eq!(
            invalid(source),
            Some((offset, message.to_owned())),
            "{source}"
        );
    }
}

#[test]
fn unchecked_patterns_say_why() {
    let property = |name: &str| Unchecked::UnicodeProperty(name.to_owned());
    assert_eq!(unchecked(r"(a)\1"), Some(Unchecked::Backreference));
    assert_eq!(unchecked(r"\1(a)"), Some(Unchecked::Backreference));
    assert_eq!(unchecked(r"(?<n>a)\k<n>"), Some(Unchecked::Backreference));
    assert_eq!(unchecked("(?<=a(?=b))c"), Some(Unchecked::LookBehind));
    assert_eq!(unchecked("(?<=a$)"), Some(Unchecked::LookBehind));
    assert_eq!(unchecked(r"(?<!\b)"), Some(Unchecked::LookBehind));
    for source in ["(?i)a", "(?P<n>a)", "(?>a)", "(?#c)a", "a++", "a{2}+"] {
        assert_eq!(unchecked(source), Some(Unchecked::OtherDialect), "{source}");
    }
    assert_eq!(unchecked("(?i:a)"), Some(Unchecked::Modifiers));
    assert_eq!(unchecked("(?s-im:a)"), Some(Unchecked::Modifiers));
    assert_eq!(unchecked(r"\p{Alphabetic}"), Some(property("Alphabetic")));
    assert_eq!(unchecked(r"[\P{Greek}]"), Some(property("Greek")));
}

#[test]
fn budgets_stop_what_would_explode() {
    let nested = format!("{}a{}", "(".repeat(2_000), ")".repeat(2_000));
    let looks = format!("{}a{}", "(?=".repeat(2_000), ")".repeat(2_000));
    let long = "x".repeat(20_000);
    for source in [
        "^.*x.{20}$",
        "(x{0,500}){0,500}",
        "a{4294967295}",
        "a{99999999999999999999}",
        "(((((a{1,99}){1,99}){1,99}){1,99}){1,99})",
        "(a?){3000}a{3000}",
        "^(a{0,60}b{0,60}){0,60}$",
        "(?<=a.{20})b",
        "^(?=(.{7})*$)(?=(.{11})*$)(?=(.{13})*$)(?=(.{17})*$)",
        &nested,
        &looks,
        &long,
    ] {
        let reason = unchecked(source);
        assert!(
            matches!(reason, Some(Unchecked::TooLarge { .. })),
            "{reason:?}"
        );
    }
    let reason = unchecked(&nested).unwrap().to_string();
    assert_eq!(reason, "it needs more than 100 nested groups");
}

#[test]
fn a_length_is_told_apart_where_the_whole_is_too_large() {
    let compile = |source: &str| compile_within(source, &mut Budget::default());
    let source = r"^[\p{L}\p{N}_]{2,64}$";
    assert!(matches!(
        unchecked(source),
        Some(Unchecked::TooLarge { .. })
    ));
    let checked = compile(source).unwrap();
    assert_eq!((checked.length.min, checked.length.max), (2, Some(64)));
    assert!(checked.accepts("añ_9") && checked.accepts(&"ñ".repeat(64)));
    for text in ["", "ñ", "a b", "ab\n", &"ñ".repeat(65)] {
        assert!(!checked.accepts(text), "{text:?}");
    }
    // What is small enough is one automaton.
    assert_eq!(compile("^[ab]{3}$").unwrap().length, Length::default());
    // Of these, the length says too little, and the reason is that of the whole.
    for rest in [
        r"^a\p{L}{2,640}$",
        r"^(?:a\p{L}){640}$",
        r"^\p{L}{2,640}$|c",
    ] {
        let Err(Refused::Unchecked(reason)) = compile(rest) else {
            panic!("{rest} is checked");
        };
        assert_eq!(Some(reason), unchecked(rest));
    }
}

#[test]
fn no_source_panics() {
    let pieces = [
        "(", ")", "[", "]", "{", "}", "?", "*", "+", "|", "\\", "^", "$", ".", "-", ",", "<", ">",
        "=", "!", ":", "a", "k", "u", "x", "c", "p", "d", "b", "B", "0", "1", "9", "é", "😀", "(?",
        "(?<", "\\u", "\\p{", "\\k<", "\\x", "{1,", "[^",
    ];
    let mut random: u64 = 1;
    let mut below = |end: usize| {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(random >> 33).unwrap() % end
    };
    for _ in 0..5_000 {
        let source: String = (0..=below(10))
            .map(|_| pieces[below(pieces.len())])
            .collect();
        match compile(&source) {
            Ok(automaton) => assert!(automaton.class_count > 0),
            Err(Refused::Invalid { offset, .. }) => assert!(source.is_char_boundary(offset)),
            Err(Refused::Unchecked(_)) => {}
        }
    }
}
