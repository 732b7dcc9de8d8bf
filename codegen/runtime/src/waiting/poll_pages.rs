//! Polls of a list in pages.

use std::future::poll_fn;
use std::time::Duration;

use serde_json::Value;

use super::poll::{Poll, Replies};
use super::source::Source;
use crate::call::core::Call;
use crate::error::call_error::Error;
use crate::net::reply::Reply;
use crate::net::response::Response;
use crate::net::transport::BoxFuture;
use crate::paging::pager::Pager;
use crate::paging::pages::{Pages, ReadPage};
use crate::paging::table::Paging;
use crate::paging::take_apart::take_apart;

struct PollPages {
    call: Box<Call>,
    paging: &'static Paging,
}

impl Poll for PollPages {
    fn poll(&self, time: Option<Duration>) -> BoxFuture<'_, Result<Replies, Error>> {
        let mut pager = Pager::new(self.call.clone(), self.paging);
        if let Some(time) = time {
            pager.set_deadline(time);
        }
        Box::pin(async move {
            let mut replies = Vec::new();
            while let Some(reply) = poll_fn(|cx| pager.poll_reply(cx)).await {
                let reply = reply?;
                let body: Value = match reply.read_any() {
                    Ok(body) => body,
                    Err(error) => return Err(Error::decode(reply, error)),
                };
                pager.advance(&reply, &body);
                replies.push(reply);
            }
            Ok(replies)
        })
    }
}

/// Polls all pages of a list.
pub(crate) fn pages<T: 'static>(pages: Pages<T>) -> Source<Vec<T>> {
    let (call, paging, read) = take_apart(pages);
    Source {
        poll: Box::new(PollPages { call, paging }),
        decode: Box::new(move |replies| decode(replies, read)),
    }
}

/// The items of all pages, with the status and the headers of the last one.
fn decode<T>(replies: Replies, read: ReadPage<T>) -> Result<Response<Vec<T>>, Error> {
    let mut items = Vec::new();
    let mut last: Option<Box<Reply>> = None;
    for reply in replies {
        match read(&reply, &mut |_| {}) {
            Ok(page) => items.extend(page),
            Err(error) => return Err(Error::decode(reply, error)),
        }
        last = Some(reply);
    }
    let last = last.ok_or_else(Source::<T>::no_response)?;
    Ok(last.with_body(items))
}
