//! Arguments of polls.

use super::place::{Place, text};
use crate::call::core::Call;
use crate::call::{polling, set_named};
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::wire::DecodeError;

/// The source of an argument of a poll.
pub(crate) enum Argument {
    /// The parameter of this name has the value that the call which starts the work has for another.
    Call(&'static str, &'static str),
    /// The parameter of this name has a value in the response of that call.
    Response(&'static str, &'static [Place]),
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
        let (parameter, places) = match argument {
            Argument::Call(parameter, from) => {
                polling::copy(call, from, poll, parameter);
                continue;
            }
            Argument::Response(parameter, places) => (parameter, places),
        };
        let Some(value) = text(places, &body) else {
            let path = places.first().map_or("", |(_, pointer)| pointer).to_owned();
            let reason = format!("no value for the parameter `{parameter}` of the poll");
            return Err(Error::decode(reply, DecodeError::new(path, reason)));
        };
        set_named::set_named(poll, parameter, &value);
    }
    Ok(())
}
