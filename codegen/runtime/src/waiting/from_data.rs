//! Waits that are data, for the command line.

use std::time::Duration;

use super::argument::Argument;
use super::begin::begin;
use super::look::States;
use super::run::{error, run};
use super::source::Source;
use super::table::{Goal, Waiter};
use super::wait::Wait;
use super::wait_error::WaitError;
use crate::call::client_of::client_of;
use crate::call::core::Call;
use crate::net::response::Response;

/// The last response; none if the resource does not exist.
type Last<T> = Result<Option<Response<T>>, WaitError<T>>;

/// A wait described by data.
pub(crate) struct Declared<'a, S> {
    pub(crate) waiter: &'a Waiter,
    pub(crate) goal: Goal,
    /// Creates the polls from a call.
    pub(crate) source: S,
}

impl<S> Declared<'_, S> {
    /// Sends a call and polls until the work is done.
    pub(crate) async fn after<T>(
        self,
        call: Box<Call>,
        server: Option<&'static str>,
        arguments: &[Argument],
        wait: Wait,
    ) -> Last<T>
    where
        S: FnOnce(Box<Call>) -> Source<T>,
    {
        let (poll, pause) = begin(&call, self.waiter, server, arguments, &wait).await?;
        self.polls(poll, wait, Some(pause)).await
    }

    /// Polls by a call until the work is done.
    pub(crate) async fn until<T>(self, call: Box<Call>, wait: Wait) -> Last<T>
    where
        S: FnOnce(Box<Call>) -> Source<T>,
    {
        self.polls(call, wait, None).await
    }

    async fn polls<T>(self, poll: Box<Call>, wait: Wait, pause: Option<Duration>) -> Last<T>
    where
        S: FnOnce(Box<Call>) -> Source<T>,
    {
        let client = client_of(&poll);
        let waiter = self.waiter;
        let source = (self.source)(poll);
        let states = States {
            waiter,
            goal: self.goal,
            until: None,
            is_optional: waiter.state.is_empty(),
        };
        match run(&*source.poll, states, &wait, &client, pause).await {
            Ok(replies) if replies.is_empty() => Ok(None),
            Ok(replies) => Ok(Some((source.decode)(replies)?)),
            Err(stopped) => Err(error(stopped, waiter.operation.id, &*source.decode)),
        }
    }
}
