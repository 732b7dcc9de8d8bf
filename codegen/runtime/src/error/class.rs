//! Classes of errors, for logs and counters.

use super::call_error::{Error, Kind};
use crate::net::transport::TransportErrorKind;

/// The class of an error in one word.
pub(crate) fn class(error: &Error) -> &'static str {
    match &error.0.kind {
        Kind::Invalid(_) | Kind::Environment(_) => "invalid",
        Kind::Credentials(_) => "credentials",
        Kind::Interceptor(_) => "interceptor",
        Kind::Status => "status",
        Kind::Decode(_) => "decode",
        Kind::Transport(error) => match error.kind() {
            TransportErrorKind::Connect => "connect",
            TransportErrorKind::Timeout => "timeout",
            TransportErrorKind::ResponseTooLarge => "response_too_large",
            TransportErrorKind::Other => "transport",
        },
    }
}
