//! Errors of waits.

use std::error::Error as StdError;
use std::fmt::{self, Write as _};

use super::last_poll::LastPoll;
use crate::error::call_error::Error;
use crate::error::one_line::{OneLine, one_line};

/// The error of a wait whose polls return `T`.
#[non_exhaustive]
pub enum WaitError<T> {
    /// The call that starts the work failed, or a poll did.
    Call(Error),
    /// The state is one of failure.
    Failed(Box<LastPoll<T>>),
    /// The time limit has passed. The server continues its work.
    TimedOut(Box<LastPoll<T>>),
}

impl<T> WaitError<T> {
    /// The error of a call, if one failed.
    #[must_use]
    pub fn call(&self) -> Option<&Error> {
        match self {
            Self::Call(error) => Some(error),
            Self::Failed(_) | Self::TimedOut(_) => None,
        }
    }

    /// The last poll, unless a call failed.
    #[must_use]
    pub fn last_poll(&self) -> Option<&LastPoll<T>> {
        match self {
            Self::Call(_) => None,
            Self::Failed(last) | Self::TimedOut(last) => Some(last),
        }
    }
}

impl<T> From<Error> for WaitError<T> {
    fn from(error: Error) -> Self {
        Self::Call(error)
    }
}

impl<T> fmt::Display for WaitError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f = &mut OneLine(f);
        let state = self.last_poll().and_then(LastPoll::state);
        let state = one_line(state.unwrap_or("unknown"));
        match self {
            Self::Call(error) => write!(f, "{error}"),
            Self::Failed(last) => {
                write!(f, "{}: the state is {state}", last.operation)?;
                let mut reason = last.reason().into_iter();
                reason.try_for_each(|reason| write!(f, ": {}", one_line(reason)))
            }
            Self::TimedOut(last) => {
                let seconds = last.elapsed().as_secs();
                let operation = last.operation;
                write!(f, "{operation}: the state is {state} after {seconds} s")
            }
        }
    }
}

impl<T> fmt::Debug for WaitError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Call(error) => f.debug_tuple("Call").field(error).finish(),
            Self::Failed(last) => f.debug_tuple("Failed").field(last).finish(),
            Self::TimedOut(last) => f.debug_tuple("TimedOut").field(last).finish(),
        }
    }
}

impl<T> StdError for WaitError<T> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            // `Display` includes the error, so the chain continues after it.
            Self::Call(error) => error.source(),
            Self::Failed(last) | Self::TimedOut(last) => {
                last.error().map(|error| error as &(dyn StdError + 'static))
            }
        }
    }
}
