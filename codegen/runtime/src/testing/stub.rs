//! Answers and requests of one operation.

use std::fmt;
use std::marker::PhantomData;

use super::{Answer, InMemory, Operation, Recorded};

/// One operation of an [`InMemory`]: the answers to its requests, and the requests that were sent.
///
/// Each answer is returned once, in the order in which they were added. A request without an answer fails with an error
/// that lists the remaining answers.
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

    /// Adds an answer of any kind: a response with any status, headers and body, or a transport error.
    pub fn reply(&self, answer: Answer) {
        self.transport.add(&self.key, answer);
    }

    /// Answers every request without a queued answer with the result of `respond`.
    pub fn respond_with(&self, respond: impl Fn(&Recorded<O>) -> Answer + Send + Sync + 'static) {
        let respond = move |seen| respond(&Recorded::new(seen));
        self.transport.respond(&self.key, Box::new(respond));
    }

    /// The requests so far, in order. Each retry is a separate request.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded<O>> {
        let seen = self.transport.seen(&self.key);
        seen.into_iter().map(Recorded::new).collect()
    }
}

impl<O: Operation> Stub<O> {
    /// Adds a successful response with this body. Its status is 200, or 204 if there is no body; use
    /// [`reply`](Self::reply) for any other.
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
