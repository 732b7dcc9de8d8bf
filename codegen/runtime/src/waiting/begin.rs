//! Calls that start work.

use std::time::Duration;

use super::argument::{self, Argument};
use super::table::Waiter;
use super::wait::Wait;
use crate::call::core::Call;
use crate::call::polling;
use crate::error::call_error::Error;
use crate::net::retry_after;

/// Sends a call, and creates the first poll with the pause before it.
pub(super) async fn begin(
    call: &Call,
    waiter: &Waiter,
    server: Option<&'static str>,
    arguments: &[Argument],
    wait: &Wait,
) -> Result<(Box<Call>, Duration), Error> {
    let reply = call.send().await?;
    let asked = retry_after::from_headers(&reply.headers, reply.received);
    let interval = wait
        .interval
        .unwrap_or(Duration::from_secs(waiter.interval));
    let mut poll = polling::follow(call, waiter.operation, server);
    argument::set(&mut poll, arguments, call, reply)?;
    Ok((poll, asked.unwrap_or(interval)))
}
