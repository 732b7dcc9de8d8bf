//! The tables that check the five patterns of the curated document, against regex engines: one call each, on a text
//! that matches, on one that fails at its last character and on one that fails at its first.

use std::fmt;
use std::sync::LazyLock;

use divan::{Bencher, black_box};

#[expect(
    clippy::manual_is_multiple_of,
    reason = "the file is also for an older Rust than this package"
)]
#[path = "../../codegen/runtime/src/wire/automaton.rs"]
pub mod automaton;
// Generated code has its own settings for rustfmt.
#[rustfmt::skip]
#[path = "../../generated/src/types/patterns.rs"]
mod patterns;

/// Where the tables look for what runs them.
mod wire {
    pub(crate) use super::automaton::Automaton;
}

fn main() {
    for case in cases() {
        case.assert_agreement();
    }
    divan::main();
}

/// A pattern, what checks it, and texts that match, fail late and fail early.
struct Pattern {
    name: &'static str,
    source: &'static str,
    table: &'static wire::Automaton,
    texts: [&'static str; 3],
}

const KINDS: [&str; 3] = ["match", "late failure", "early failure"];

static PATTERNS: [Pattern; 5] = [
    Pattern {
        name: "group id",
        source: "^([a-f0-9]{24})$",
        table: &patterns::GROUP_ID,
        texts: [
            "0123456789abcdef01234567",
            "0123456789abcdef0123456g",
            "g123456789abcdef01234567",
        ],
    },
    Pattern {
        name: "VPC endpoint",
        source: "^vpce-[0-9a-f]{17}$",
        table: &patterns::AWS_VPC_ENDPOINT_ID,
        texts: [
            "vpce-0123456789abcdef0",
            "vpce-0123456789abcdefg",
            "gpce-0123456789abcdef0",
        ],
    },
    Pattern {
        name: "IP address",
        source: r"^((25[0-5]|(2[0-4]|1\d|[1-9]|)\d)(\.(?!$)|$)){4}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$",
        table: &patterns::PRIVATE_ENDPOINT_IP_ADDRESS,
        texts: ["192.168.100.200", "192.168.100.20g", "g92.168.100.200"],
    },
    Pattern {
        name: "GCP project",
        source: "^p-[0-9a-z]{24}$",
        table: &patterns::GCP_PROJECT_ID,
        texts: [
            "p-fdeeb3e43b8e733e5ab627b1",
            "p-fdeeb3e43b8e733e5ab627b_",
            "_-fdeeb3e43b8e733e5ab627b1",
        ],
    },
    Pattern {
        name: "Azure connection",
        source: r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}%2[fF]([-\w._()]+)%2[fF]([-\w._()]+)",
        table: &patterns::AZURE_PRIVATE_ENDPOINT_CONNECTION_NAME,
        texts: [
            "cba6d9c6-1d3f-3c11-03cb-c705d895e636%2fresources%2fconnection",
            "cba6d9c6-1d3f-3c11-03cb-c705d895e636%2fresources%2f",
            "gba6d9c6-1d3f-3c11-03cb-c705d895e636%2fresources%2fconnection",
        ],
    },
];

static REGRESS: LazyLock<[Option<regress::Regex>; 5]> = LazyLock::new(|| {
    PATTERNS
        .each_ref()
        .map(|it| regress::Regex::new(it.source).ok())
});

/// `None` where the engine does not take the pattern.
static REGEX: LazyLock<[Option<regex::Regex>; 5]> = LazyLock::new(|| {
    PATTERNS
        .each_ref()
        .map(|it| regex::Regex::new(it.source).ok())
});

/// By position in [`PATTERNS`] and in [`KINDS`].
#[derive(Clone, Copy)]
struct Case(usize, usize);

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", PATTERNS[self.0].name, KINDS[self.1])
    }
}

impl Case {
    fn text(self) -> &'static str {
        PATTERNS[self.0].texts[self.1]
    }

    fn assert_agreement(self) {
        let expected = Some(self.1 == 0);
        let Self(pattern, _) = self;
        assert_eq!(
            Some(PATTERNS[pattern].table.accepts(self.text())),
            expected,
            "{self}"
        );
        let regress = REGRESS[pattern]
            .as_ref()
            .map(|it| it.find(self.text()).is_some());
        assert_eq!(regress, expected, "{self}");
        if let Some(regex) = &REGEX[pattern] {
            assert_eq!(Some(regex.is_match(self.text())), expected, "{self}");
        }
    }
}

fn cases() -> impl Iterator<Item = Case> {
    (0..PATTERNS.len()).flat_map(|pattern| (0..KINDS.len()).map(move |kind| Case(pattern, kind)))
}

fn cases_of_regex() -> impl Iterator<Item = Case> {
    cases().filter(|case| REGEX[case.0].is_some())
}

#[divan::bench(args = cases(), sample_count = 1000, sample_size = 100)]
fn table(bencher: Bencher<'_, '_>, case: Case) {
    let table = PATTERNS[case.0].table;
    bencher.bench(|| table.accepts(black_box(case.text())));
}

#[divan::bench(args = cases(), sample_count = 1000, sample_size = 100)]
fn regress(bencher: Bencher<'_, '_>, case: Case) {
    bencher.bench(|| {
        let regex = REGRESS[case.0].as_ref();
        regex.map(|regex| regex.find(black_box(case.text())).is_some())
    });
}

#[divan::bench(args = cases_of_regex(), sample_count = 1000, sample_size = 100)]
fn regex(bencher: Bencher<'_, '_>, case: Case) {
    bencher.bench(|| {
        let regex = REGEX[case.0].as_ref();
        regex.map(|regex| regex.is_match(black_box(case.text())))
    });
}
