//! One finding, and how it is built.

use super::code::Code;
use super::location::Location;
use super::pointer::Pointer;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Something is generated, but less than the document says.
    Warning,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of the finding; stable, so that tools and people can look it up.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// Where.
    pub location: Location,
    /// The problem, in one sentence without a full stop.
    pub message: String,
    /// The correction.
    pub help: Option<String>,
    /// Other places that the message is about.
    pub labels: Vec<Label>,
}

/// Another place of a finding, such as the first declaration of something that is declared twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub location: Location,
    /// The role of the place in the finding, e.g. `first declared here`.
    pub message: String,
}

impl Diagnostic {
    /// Creates an error.
    #[must_use]
    pub fn error(code: Code, at: impl Into<Location>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, at, message)
    }

    /// Creates a warning.
    #[must_use]
    pub fn warning(code: Code, at: impl Into<Location>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, at, message)
    }

    /// Creates a finding.
    #[must_use]
    pub fn new(
        severity: Severity,
        code: Code,
        at: impl Into<Location>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            code,
            severity,
            location: at.into(),
            message: message.into(),
            help: None,
            labels: Vec::new(),
        }
    }

    /// Sets the help text. An empty text is none.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into()).filter(|text| !text.is_empty());
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn label(mut self, at: impl Into<Location>, message: impl Into<String>) -> Self {
        self.labels.push(Label {
            location: at.into(),
            message: message.into(),
        });
        self
    }

    /// The finding with other places.
    #[must_use]
    pub(super) fn placed(mut self, place: impl Fn(&Pointer) -> Pointer) -> Self {
        self.location = self.location.placed(&place);
        for label in &mut self.labels {
            label.location = label.location.placed(&place);
        }
        self.labels.retain(|label| label.location != self.location);
        self
    }

    pub(super) fn locations_mut(&mut self) -> impl Iterator<Item = &mut Location> {
        let labels = self.labels.iter_mut().map(|label| &mut label.location);
        std::iter::once(&mut self.location).chain(labels)
    }

    /// The place of the finding, then those of its labels.
    pub fn locations(&self) -> impl Iterator<Item = &Location> {
        let labels = self.labels.iter().map(|label| &label.location);
        std::iter::once(&self.location).chain(labels)
    }
}
