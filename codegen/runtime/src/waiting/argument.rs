//! Arguments of polls.

use super::place::{Place, text};
use crate::call::core::Call;
use crate::call::{polling, set_named};
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::wire::DecodeError;

/// An argument of a poll. Not an enum, because many clients would construct one of its variants only.
pub(crate) struct Argument {
    /// The parameter of the poll.
    pub(crate) parameter: &'static str,
    /// The parameter with the value in the call that starts the work. `None` if the value is in the response to that call.
    pub(crate) from: Option<&'static str>,
    /// The places of the value in the response.
    pub(crate) places: &'static [Place],
}

/// Sets the arguments of a poll.
///
/// # Errors
///
/// If the response does not have a value.
pub(super) fn set(
    poll: &mut Call,
    arguments: &[Argument],
    call: &Call,
    reply: Box<Reply>,
) -> Result<(), Error> {
    let body = reply.read_any().unwrap_or_default();
    for argument in arguments {
        let Argument {
            parameter, places, ..
        } = argument;
        if let Some(from) = argument.from {
            polling::copy(call, from, poll, parameter);
            continue;
        }
        let Some(value) = text(places, &body) else {
            let path = places.first().map_or("", |(_, pointer)| pointer).to_owned();
            let reason = format!("no value for the parameter `{parameter}` of the poll");
            return Err(Error::decode(reply, DecodeError::new(path, reason)));
        };
        set_named::set_named(poll, parameter, &value);
    }
    Ok(())
}
