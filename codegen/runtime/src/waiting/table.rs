//! Waiters as data: what the states of a response mean.

use super::place::Place;
use crate::call::operation::Operation;

/// How to wait for a resource.
pub(crate) struct Waiter {
    /// The operation that polls.
    pub(crate) operation: &'static Operation,
    /// The JSON Pointer of the list whose items have the state, if it is not the body that has it.
    pub(crate) items: Option<&'static str>,
    /// The state. Without one, every response but 202 is a success.
    pub(crate) state: &'static [Place],
    /// The reason of a failure.
    pub(crate) reason: &'static [Place],
    pub(crate) success: &'static [&'static str],
    pub(crate) failure: &'static [&'static str],
    /// The states of a resource that is deleted, besides 404.
    pub(crate) deleted: &'static [&'static str],
    /// The pause between polls, in seconds.
    pub(crate) interval: u64,
    /// The time limit, in seconds.
    pub(crate) at_most: u64,
}

/// The end that a wait expects.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goal {
    /// A state of success.
    Done,
    /// The resource does not exist any more.
    Deleted,
}
