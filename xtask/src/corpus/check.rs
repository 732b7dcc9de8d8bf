//! Checks of clients.

use clap::ValueEnum;

/// A command of Cargo that must succeed without warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Check {
    /// The compiler, on all targets.
    #[value(skip)]
    Rustc,
    /// Clippy, with the lints in the client's manifest.
    Clippy,
    /// Documentation.
    Rustdoc,
    /// Examples in the documentation.
    Doctests,
}

impl Check {
    pub(super) const ALL: [Self; 4] = [Self::Rustc, Self::Clippy, Self::Rustdoc, Self::Doctests];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Rustc => "rustc",
            Self::Clippy => "clippy",
            Self::Rustdoc => "rustdoc",
            Self::Doctests => "doctests",
        }
    }

    /// The arguments of Cargo.
    pub(super) fn arguments(self) -> &'static [&'static str] {
        // Without `--tests`, because clients have no tests of their own.
        const LIB: &str = "--lib";
        const EXAMPLES: &str = "--examples";
        const FEATURES: &str = "--features=test-util";
        const JSON: &str = "--message-format=json";
        match self {
            Self::Rustc => &["check", LIB, EXAMPLES, FEATURES, "--keep-going", JSON],
            Self::Clippy => &["clippy", LIB, EXAMPLES, FEATURES, "--keep-going", JSON],
            Self::Rustdoc => &["doc", "--no-deps", "--keep-going", JSON],
            Self::Doctests => &["test", "--doc", FEATURES, "--no-fail-fast"],
        }
    }
}
