//! Work whose progress is at a URL that the response has.

use std::time::Duration;

use http::Method;
use serde_json::Value;

use super::look::{Meaning, States};
use super::monitor::{Kind, Monitor};
use super::poll::Replies;
use super::run::{error, run};
use super::table::{Goal, Waiter};
use super::wait::Wait;
use super::wait_error::WaitError;
use crate::call::client_of::client_of;
use crate::call::core::Call;
use crate::call::operation_of::operation_of;
use crate::client::attempts::RequestSource;
use crate::error::call_error::Error;
use crate::net::reply::{Read, Reply};
use crate::net::response::Response;
use crate::net::retry_after;

/// The source of the result of work that is done: `original-uri`, the URL of the call; `location`, that of the header
/// `Location`; `status`, the last poll; or nothing for the resource that is created or changed, the `Location`, or the
/// last poll.
type Outcome = &'static str;

/// Sends a call, polls the URL in its response until the work is done, and decodes the result.
pub(crate) async fn follow<T>(
    call: Box<Call>,
    outcome: Outcome,
    wait: Wait,
    read: Read<T>,
) -> Result<Response<T>, WaitError<Value>> {
    let reply = result(call, outcome, wait).await?;
    Ok(reply.into_response(read)?)
}

/// The response with the result.
async fn result(
    call: Box<Call>,
    outcome: Outcome,
    wait: Wait,
) -> Result<Box<Reply>, WaitError<Value>> {
    let operation = operation_of(&call);
    let invalid = |reason: String| Error::invalid(operation.id, reason);
    let first = call.send().await?;
    let original = call.request().map_err(invalid)?.url().to_string();
    let client = client_of(&call);
    let own = (&operation.method, original.as_str());
    let Some(monitor) = Monitor::of(call, own, &first, wait.allowed.clone()).map_err(invalid)?
    else {
        return Ok(first);
    };
    let waiter = Waiter {
        operation,
        items: None,
        state: monitor.kind.state(),
        reason: &[(None, "/error/message"), (None, "/error/code")],
        success: &["Succeeded", "succeeded"],
        failure: &[
            "Failed",
            "failed",
            "Canceled",
            "canceled",
            "Cancelled",
            "cancelled",
        ],
        deleted: &[],
        interval: 10,
        at_most: 3600,
    };
    let states = States {
        waiter: &waiter,
        goal: Goal::Done,
        until: None,
        is_optional: monitor.kind != Kind::Status,
    };
    let pause = retry_after::from_headers(&first.headers, first.received);
    let pause = pause
        .or(wait.interval)
        .unwrap_or(Duration::from_secs(waiter.interval));
    if monitor.kind == Kind::Resource {
        let replies = vec![first];
        if states.look(&replies).meaning == Meaning::Done {
            return Ok(last(replies)?);
        }
    }
    let ended = run(&monitor, states, &wait, &client, Some(pause)).await;
    let replies = ended.map_err(|stopped| {
        let decode = |replies| last(replies)?.into_response(Reply::read_any);
        error(stopped, operation.id, &decode)
    })?;
    match url(&monitor, &operation.method, outcome, original) {
        Some(url) => Ok(monitor.get(monitor.call.clone(), url).await?),
        None => Ok(last(replies)?),
    }
}

/// The URL of the result, unless the last poll has it.
fn url(monitor: &Monitor, method: &Method, outcome: Outcome, original: String) -> Option<String> {
    let is_change = [Method::PUT, Method::PATCH].contains(method);
    match (monitor.kind, outcome) {
        (Kind::Resource, _) | (_, "status") => None,
        (_, "original-uri") => Some(original),
        (_, "") if is_change => Some(original),
        (Kind::Status, "") if *method == Method::DELETE => None,
        (Kind::Status, _) => monitor.location(),
        (Kind::Location, _) => None,
    }
}

fn last(mut replies: Replies) -> Result<Box<Reply>, Error> {
    let none = || Error::invalid("wait", "there is no response");
    replies.pop().ok_or_else(none)
}

/// Gives a request builder, a struct with a field `call`, the method `send_and_wait`, which polls the URL in the response:
/// `followed!(Builder -> Body, "location")`, with the source of the result. The body is that of `call::operation!`: a type, `Type, none 202` if it may be
/// missing, or `()`.
macro_rules! followed {
    (@ $name:ident, $body:ty, $read:expr, $outcome:expr) => {
        impl $name {
            /// Sends the request, polls the URL that the response has (`Operation-Location`, `Azure-AsyncOperation` or
            /// `Location`) until the server has done the work, and returns the result. Dropping the future ends the wait,
            /// not the work. The options of the call apply to each poll. A URL at another origin than that of the call
            /// must be [allowed](crate::Wait::allow_origin) and receives no credentials.
            ///
            /// # Errors
            ///
            /// As [`send`](Self::send). Also if the work fails, the time limit passes, or a poll fails for a reason that is
            /// not temporary.
            pub fn send_and_wait(
                self,
                wait: $crate::Wait,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    $crate::Response<$body>,
                    $crate::WaitError<::serde_json::Value>,
                >,
            > {
                $crate::waiting::follow(self.call, $outcome, wait, $read)
            }
        }
    };
    ($name:ident -> (), $outcome:expr) => {
        $crate::waiting::followed!(@ $name, (), |_| ::core::result::Result::Ok(()), $outcome);
    };
    ($name:ident -> $body:ty, none $($none:pat)?, $outcome:expr) => {
        $crate::waiting::followed!(
            @ $name, ::core::option::Option<$body>,
            |reply| reply.read_optional(|_status| false $(|| matches!(_status, $none))?), $outcome
        );
    };
    ($name:ident -> $body:ty, $outcome:expr) => {
        $crate::waiting::followed!(@ $name, $body, $crate::net::reply::Reply::read_json, $outcome);
    };
}
pub(crate) use followed;
