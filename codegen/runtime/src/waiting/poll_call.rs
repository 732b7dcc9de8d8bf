//! Polls of one response.

use std::time::Duration;

use super::poll::{Poll, Replies};
use super::source::Source;
use crate::call::core::Call;
use crate::call::limit::limit;
use crate::error::call_error::Error;
use crate::net::reply::Read;
use crate::net::transport::BoxFuture;

struct PollCall(Box<Call>);

impl Poll for PollCall {
    fn poll(&self, time: Option<Duration>) -> BoxFuture<'_, Result<Replies, Error>> {
        let mut call = self.0.clone();
        if let Some(time) = time {
            limit(&mut call, time);
        }
        Box::pin(async move { Ok(vec![call.send().await?]) })
    }
}

/// Polls by a call whose response `read` decodes.
pub(crate) fn call<T: 'static>(call: Box<Call>, read: Read<T>) -> Source<T> {
    Source {
        poll: Box::new(PollCall(call)),
        decode: Box::new(move |mut replies| match replies.pop() {
            Some(reply) => reply.into_response(read),
            None => Err(Source::<T>::no_response()),
        }),
    }
}
