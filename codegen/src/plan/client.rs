//! Whether the crate has a client.

use super::model::Model;

/// Whether the crate has a client. Without operations, a client can still send requests of other paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Client {
    /// Callers send requests.
    Some,
    /// All requests of the document are webhooks, which the server sends.
    None,
}

impl Client {
    pub(super) fn of(model: &Model<'_>) -> Self {
        match (model.api.operations.first(), model.api.webhooks.first()) {
            (None, Some(_)) => Self::None,
            _ => Self::Some,
        }
    }

    /// Omits an item in a crate without a client.
    pub(super) fn some<T>(self, it: T) -> Option<T> {
        match self {
            Self::Some => Some(it),
            Self::None => None,
        }
    }
}
