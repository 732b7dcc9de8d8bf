//! A change as a reviewer reads it.

use serde::Serialize;

/// The least version bump that a change needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing that users can observe.
    #[default]
    None,
    /// Only metadata, or a restriction that no longer exists.
    Patch,
    /// Existing code compiles and works.
    Minor,
    /// Existing code may not compile, or does something else.
    Major,
}

/// The respect in which users observe a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Axis {
    /// Whether existing code compiles.
    Source,
    /// Which bytes are sent and accepted.
    Wire,
    /// Everything else.
    Behaviour,
}

/// The origin of a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Cause {
    /// The document.
    #[default]
    Document,
    /// `codegen.toml`.
    Settings,
    /// The generator.
    Generator,
}

/// The effect of a change in one respect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// The respect.
    pub axis: Axis,
    /// The verdict.
    pub verdict: Verdict,
    /// The reason, in one sentence.
    pub reason: String,
}

/// A change with one cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Identifies the change; independent of lines and of other changes.
    pub fingerprint: String,
    /// The place in the new document, or in the old one if it is removed (RFC 6901).
    pub pointer: String,
    /// The item in Rust, by its new path unless it is removed.
    pub item: String,
    /// The old declaration.
    pub old: Option<String>,
    /// The new declaration.
    pub new: Option<String>,
    /// The axis of the greatest verdict.
    pub axis: Axis,
    /// The greatest verdict.
    pub verdict: Verdict,
    /// Its reason.
    pub reason: String,
    /// The origin.
    pub cause: Cause,
    /// The effects in all respects, the greatest first.
    pub effects: Vec<Effect>,
    /// Other items that change for the same cause.
    pub also: Vec<String>,
}

impl Verdict {
    /// `major` and so on.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// The verdict on a crate with these changes.
    #[must_use]
    pub fn of(changes: &[Change]) -> Self {
        let verdicts = changes.iter().map(|change| change.verdict);
        verdicts.max().unwrap_or_default()
    }
}

impl Axis {
    /// `source` and so on.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Wire => "wire",
            Self::Behaviour => "behaviour",
        }
    }
}

impl Cause {
    /// `document` and so on.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Settings => "settings",
            Self::Generator => "generator",
        }
    }
}

impl Effect {
    pub(super) fn new(axis: Axis, verdict: Verdict, reason: impl Into<String>) -> Self {
        Self {
            axis,
            verdict,
            reason: reason.into(),
        }
    }

    pub(super) fn breaks(reason: impl Into<String>) -> Self {
        Self::new(Axis::Source, Verdict::Major, reason)
    }

    pub(super) fn adds(reason: impl Into<String>) -> Self {
        Self::new(Axis::Source, Verdict::Minor, reason)
    }
}
