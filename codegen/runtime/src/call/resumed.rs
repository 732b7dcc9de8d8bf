//! Calls that are sent again for the rest of a sequence.

use http::{HeaderName, HeaderValue};

use super::core::Call;
use crate::client::clock::Clock;

pub(crate) fn clock(call: &Call) -> &dyn Clock {
    &*call.client.parts().clock
}

/// Sets a header to a value of the server.
pub(crate) fn header(call: &mut Call, name: HeaderName, value: &str) {
    match HeaderValue::from_bytes(value.as_bytes()) {
        Ok(value) => call.header(name, value),
        Err(_) => call.problem = Some(format!("the value of `{name}` is not one of a header")),
    }
}
