//! What a test says about one operation.

use std::fmt;
use std::marker::PhantomData;

use super::{Answer, InMemory, Operation, Recorded};

/// The place of one operation in an [`InMemory`]: the answers that it gives there, and the requests
/// that were made of it.
///
/// Answers are given in the order in which they were added, each to one request. A request without
/// an answer fails, and the error says what was expected instead.
pub struct Stub<O> {
    transport: InMemory,
    key: String,
    operation: PhantomData<fn() -> O>,
}

/// The operation of a stub for a method and a path.
#[derive(Clone, Copy, Debug)]
pub enum Raw {}

impl<O> Stub<O> {
    pub(super) fn new(transport: InMemory, key: String) -> Self {
        Self {
            transport,
            key,
            operation: PhantomData,
        }
    }

    /// Adds an answer of any kind: a status, headers and bytes, or no response at all.
    pub fn reply(&self, answer: Answer) {
        self.transport.add(&self.key, answer);
    }

    /// Answers every request for which no answer was added with what `respond` makes of it.
    pub fn respond_with(&self, respond: impl Fn(&Recorded<O>) -> Answer + Send + Sync + 'static) {
        let respond = move |seen| respond(&Recorded::new(seen));
        self.transport.respond(&self.key, Box::new(respond));
    }

    /// The requests so far, the first one first. A retry is a request of its own.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded<O>> {
        let seen = self.transport.seen(&self.key);
        seen.into_iter().map(Recorded::new).collect()
    }
}

impl<O: Operation> Stub<O> {
    /// Adds an answer: a success with this body. Its status is 200, or 204 where there is no body;
    /// [`reply`](Self::reply) takes any other.
    pub fn answer(&self, body: impl Into<O::Response>) {
        self.reply(O::answer(&body.into()));
    }
}

impl<O> Clone for Stub<O> {
    fn clone(&self) -> Self {
        Self::new(self.transport.clone(), self.key.clone())
    }
}

impl<O> fmt::Debug for Stub<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stub")
            .field("request", &self.key)
            .finish_non_exhaustive()
    }
}
