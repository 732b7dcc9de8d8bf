//! Calls that poll after another call.

use super::core::Call;
use super::operation::Operation;

/// A call of another operation with the timeout and the retries of a call, but without its headers, which may be conditions.
pub(crate) fn follow(
    call: &Call,
    operation: &'static Operation,
    server: Option<&'static str>,
) -> Box<Call> {
    let mut poll = Call::new(&call.client, operation);
    poll.server = server;
    poll.options.timeout = call.options.timeout;
    poll.options.retry.clone_from(&call.options.retry);
    poll
}

/// Gives a parameter of a call the value that another call has for a parameter.
pub(crate) fn copy(from: &Call, name: &str, to: &mut Call, parameter: &str) {
    let argument = position(from, name).and_then(|index| from.arguments.get(index));
    let index = position(to, parameter);
    let slot = index.and_then(|index| to.arguments.get_mut(index));
    if let (Some(argument), Some(slot)) = (argument, slot) {
        slot.clone_from(argument);
    }
}

fn position(call: &Call, name: &str) -> Option<usize> {
    let mut parameters = call.operation.parameters.iter();
    parameters.position(|parameter| parameter.name() == name)
}
