//! The client of a call.

use super::core::Call;
use crate::client::handle::Client;

/// The client of a call.
pub(crate) fn client_of(call: &Call) -> Client {
    call.client.clone()
}
