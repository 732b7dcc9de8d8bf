//! What a client has to pass.

use clap::ValueEnum;

/// A command of Cargo that must have nothing to say about a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Check {
    /// The compiler, on everything that is in the crate.
    #[value(skip)]
    Rustc,
    /// Clippy, as the manifest of the client sets it.
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

    /// What Cargo is asked to do.
    pub(super) fn arguments(self) -> &'static [&'static str] {
        // The library once and not again as a test: clients have no tests of their own.
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
