//! Whether the crate has a client.

use super::model::Model;

/// Whether the crate has a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Client {
    /// It has one, which also sends requests without an operation.
    Some,
    /// The server sends all requests of the document.
    None,
}

impl Client {
    pub(super) fn of(model: &Model<'_>) -> Self {
        match (model.api.operations.first(), model.api.webhooks.first()) {
            (None, Some(_)) => Self::None,
            _ => Self::Some,
        }
    }

    /// What only a client has.
    pub(super) fn some<T>(self, it: T) -> Option<T> {
        match self {
            Self::Some => Some(it),
            Self::None => None,
        }
    }
}
