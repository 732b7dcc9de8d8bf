//! Limits of the size of an API.

/// The greatest number of properties of all types together. A large base and many heirs multiply; the limit is far beyond
/// every real document.
pub(super) const PROPERTIES: usize = 250_000;

/// The number of properties so far.
#[derive(Default)]
pub(super) struct PropertyBudget(usize);

/// The result of adding properties.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Added {
    Within,
    /// The first that exceed the limit.
    FirstBeyond,
    Beyond,
}

impl PropertyBudget {
    pub(super) fn add(&mut self, properties: usize) -> Added {
        let before = self.0;
        self.0 = before.saturating_add(properties);
        match (before > PROPERTIES, self.0 > PROPERTIES) {
            (_, false) => Added::Within,
            (false, true) => Added::FirstBeyond,
            (true, true) => Added::Beyond,
        }
    }
}
