//! Errors about credentials, before anything is sent.

use super::call_error::{Error, Kind};

/// Whether a variable with credentials is not set, or authentication failed before the request was sent.
pub(crate) fn is_about_credentials(error: &Error) -> bool {
    matches!(error.0.kind, Kind::Environment(_) | Kind::Credentials(_))
}
