//! Waits for work that the server continues after its response.

use std::io::{self, IsTerminal};

use serde_json::Value;

use super::failure::{Class, Failure, note};
use super::operation::operation;
use super::pages;
use super::table::{Table, list, text, texts};
use crate::call::Call;
use crate::net::reply::Reply;
use crate::net::response::Response;
use crate::paging::pages::Pages;
use crate::waiting::place::Place;
use crate::waiting::progress::WaitProgress;
use crate::waiting::table::{Goal, Waiter};
use crate::waiting::wait::Wait;
use crate::waiting::wait_error::WaitError;
use crate::waiting::{self, Argument, Declared, Source};

/// Sends the request of a command and waits until the work is done. Returns the last response, or the items of all pages of
/// a list; null if the resource does not exist any more.
///
/// # Errors
///
/// If a request or the work fails, or the time limit passes.
pub(crate) async fn finish(
    table: &Table,
    command: &'static Value,
    declared: &'static Value,
    call: Box<Call>,
) -> Result<Value, Failure> {
    let id = text(declared, "operation").unwrap_or_default();
    let Some(poll) = table.by_id(id) else {
        let message = format!("the operation `{id}`, which polls, is missing");
        return Err(Failure::new(Class::Other, message));
    };
    let work = Work {
        command,
        declared,
        poll,
        call,
    };
    let pages = poll
        .get("pages")
        .filter(|_| declared.get("items").is_some());
    let Some(pages) = pages else {
        let last = work.finish(|poll| waiting::call(poll, Reply::read_any));
        return Ok(last.await?.unwrap_or_default());
    };
    let paging = pages::paging(pages);
    let last = work.finish(|poll| waiting::pages(Pages::new(poll, paging, pages::body)));
    let last: Option<Vec<Value>> = last.await?;
    let items = |bodies: &Vec<Value>| {
        let items = bodies.iter().flat_map(|body| pages::items(paging, body));
        Value::Array(items.cloned().collect())
    };
    Ok(last.as_ref().map(items).unwrap_or_default())
}

/// Work that the server continues.
struct Work {
    command: &'static Value,
    declared: &'static Value,
    /// The command that polls.
    poll: &'static Value,
    call: Box<Call>,
}

impl Work {
    async fn finish<T>(
        self,
        source: impl FnOnce(Box<Call>) -> Source<T>,
    ) -> Result<Option<T>, Failure> {
        let waiter = waiter(self.declared, self.poll);
        let declared = Declared {
            waiter: &waiter,
            goal: match self.declared.get("deleted") {
                Some(_) => Goal::Deleted,
                None => Goal::Done,
            },
            source,
        };
        let wait = Wait::new().on_progress(report);
        let last = if text(self.command, "id") == text(self.poll, "id") {
            // An operation that polls is sent again.
            declared.until(self.call, wait).await
        } else {
            let server = text(self.poll, "server");
            let arguments = arguments(self.declared);
            declared.after(self.call, server, &arguments, wait).await
        };
        match last {
            Ok(last) => Ok(last.map(Response::into_body)),
            Err(WaitError::Call(error)) => Err(Failure::later(&error)),
            Err(stopped) => Err(Failure::new(Class::Other, stopped.to_string())),
        }
    }
}

fn waiter(declared: &'static Value, poll: &'static Value) -> Waiter {
    let seconds = |key: &str| declared.get(key).and_then(Value::as_u64);
    Waiter {
        operation: operation(poll, None, text(poll, "accept")),
        items: text(declared, "items"),
        state: places(list(declared, "state")),
        reason: places(list(declared, "reason")),
        success: states(declared, "success"),
        failure: states(declared, "failure"),
        deleted: states(declared, "deleted"),
        interval: seconds("interval").unwrap_or_default(),
        at_most: seconds("at_most").unwrap_or_default(),
    }
}

/// The arguments of the polls: parameters of the command, and values of its response.
fn arguments(declared: &'static Value) -> Vec<Argument> {
    let name = |pair: &'static Value, index: usize| pair.get(index).and_then(Value::as_str);
    let copied = list(declared, "parameters").iter().map(|pair| Argument {
        parameter: name(pair, 0).unwrap_or_default(),
        from: name(pair, 1),
        places: &[],
    });
    let found = list(declared, "response").iter().map(|pair| Argument {
        parameter: name(pair, 0).unwrap_or_default(),
        from: None,
        places: places(
            pair.get(1)
                .and_then(Value::as_array)
                .map_or(&[], Vec::as_slice),
        ),
    });
    copied.chain(found).collect()
}

/// Places, which are kept until the program ends.
fn places(declared: &'static [Value]) -> &'static [Place] {
    let places = declared.iter().filter_map(place);
    Box::leak(places.collect::<Vec<_>>().into_boxed_slice())
}

fn place(declared: &'static Value) -> Option<Place> {
    let variant = declared.get(1).and_then(Value::as_array);
    let variant = variant.and_then(|it| Some((it.first()?.as_str()?, it.get(1)?.as_str()?)));
    Some((variant, declared.get(0)?.as_str()?))
}

fn states(declared: &'static Value, key: &str) -> &'static [&'static str] {
    Box::leak(texts(declared, key).collect::<Vec<_>>().into_boxed_slice())
}

/// Shows the progress, but only to a person.
fn report(progress: &WaitProgress<'_>) {
    if io::stderr().is_terminal() {
        let state = progress.state().unwrap_or("pending");
        note(&format!("{state} after {} s", progress.elapsed().as_secs()));
    }
}
