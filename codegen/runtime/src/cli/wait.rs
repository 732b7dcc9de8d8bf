//! Waits for work that the server continues after its response.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::failure::{Class, Failure};
use super::operation::operation;
use super::table::{Table, list, text, texts};
use crate::call::{Call, given};
use crate::client::handle::Client;
use crate::error::call_error::Error;
use crate::net::reply::Reply;

/// The wait that is declared after a command.
pub(crate) struct Wait<'a> {
    pub(crate) table: &'a Table,
    pub(crate) declared: &'static Value,
    pub(crate) command: &'static Value,
    pub(crate) client: &'a Client,
}

/// The number of polls in a row whose failure ends a wait.
const FAILURES: u32 = 10;

/// The meaning of a response.
enum State {
    Pending(Option<String>),
    Done,
    Failed(String),
}

impl Wait<'_> {
    /// Polls until the work is done, and returns the last response.
    ///
    /// # Errors
    ///
    /// If a poll or the work fails, or the time limit passes.
    pub(crate) async fn run(&self, started: &Call, body: &Value) -> Result<Value, Failure> {
        let seconds = |key: &str, usual| {
            Duration::from_secs(
                self.declared
                    .get(key)
                    .and_then(Value::as_u64)
                    .unwrap_or(usual),
            )
        };
        let (interval, limit) = (seconds("interval", 10), seconds("at_most", 3600));
        let began = Instant::now();
        let poll = self.poll(started, body)?;
        let mut failures = 0;
        // An operation that polls has its first state already.
        let is_poll = text(self.declared, "operation") == text(self.command, "id");
        let mut last = is_poll.then(|| body.clone());
        loop {
            if let Some(body) = &last {
                match self.state(body) {
                    State::Done => return Ok(body.clone()),
                    State::Failed(message) => return Err(Failure::new(Class::Other, message)),
                    State::Pending(state) => report(state.as_deref(), began.elapsed()),
                }
            }
            if began.elapsed() >= limit {
                let message = format!("the work is not done after {} s", limit.as_secs());
                return Err(Failure::new(Class::Other, message));
            }
            tokio::time::sleep(interval).await;
            last = match poll
                .clone()
                .send_for_response(Reply::read_any::<Value>)
                .await
            {
                Ok(response) => {
                    failures = 0;
                    Some(response.into_body())
                }
                Err(error) if self.is_deleted(&error) => return Ok(Value::Null),
                Err(error) => {
                    failures += 1;
                    if failures >= FAILURES || !(error.is_retryable() || error.is_server_error()) {
                        return Err(Failure::call(&error));
                    }
                    None
                }
            };
        }
    }

    /// The call that polls.
    fn poll(&self, started: &Call, body: &Value) -> Result<Box<Call>, Failure> {
        let id = text(self.declared, "operation").unwrap_or_default();
        let Some(command) = self.table.by_id(id) else {
            return Err(Failure::new(
                Class::Other,
                "the operation that polls is missing",
            ));
        };
        let flags = |command: &'static Value, name: &str| {
            let mut flags = list(command, "flags").iter();
            flags.position(|it| text(it, "name") == Some(name))
        };
        let mut call = Call::new(
            self.client,
            operation(command, None, text(command, "accept")),
        );
        if let Some(server) = text(command, "server") {
            given::server(&mut call, server);
        }
        for pair in list(self.declared, "parameters") {
            let name = |index: usize| pair.get(index).and_then(Value::as_str).unwrap_or_default();
            let from = flags(self.command, name(1)).and_then(|it| given::value(started, it));
            if let (Some(index), Some(value)) = (flags(command, name(0)), from) {
                given::parameter(&mut call, index, value, false);
            }
        }
        for pair in list(self.declared, "response") {
            let name = pair.get(0).and_then(Value::as_str).unwrap_or_default();
            let places = pair.get(1).and_then(Value::as_array);
            let value = places.and_then(|places| at(places, body));
            let (Some(index), Some(value)) = (flags(command, name), value) else {
                let message = format!("the response has no value for `{name}` of the poll");
                return Err(Failure::new(Class::Other, message));
            };
            given::parameter(&mut call, index, value.into(), false);
        }
        Ok(call)
    }

    fn state(&self, body: &Value) -> State {
        let Some(items) = text(self.declared, "items") else {
            return self.state_of(body);
        };
        let items = body.pointer(items).and_then(Value::as_array);
        let Some(items) = items else {
            return State::Pending(None);
        };
        let mut all = State::Done;
        for item in items {
            match self.state_of(item) {
                State::Failed(message) => return State::Failed(message),
                State::Pending(state) => all = State::Pending(state),
                State::Done => {}
            }
        }
        all
    }

    fn state_of(&self, body: &Value) -> State {
        let places = list(self.declared, "state");
        let state = at(places, body);
        let is = |key: &str| {
            let mut known = texts(self.declared, key);
            state
                .as_deref()
                .is_some_and(|state| known.any(|it| it == state))
        };
        let is_deletion = self.declared.get("deleted").is_some();
        if is_deletion {
            return if is("deleted") {
                State::Done
            } else {
                State::Pending(state)
            };
        }
        if places.is_empty() || is("success") {
            State::Done
        } else if is("failure") {
            let reason = at(list(self.declared, "reason"), body);
            let reason = reason.map(|it| format!(": {it}")).unwrap_or_default();
            State::Failed(format!(
                "the state is {}{reason}",
                state.unwrap_or_default()
            ))
        } else {
            State::Pending(state)
        }
    }

    /// Whether the work is a deletion, and the resource does not exist any more.
    fn is_deleted(&self, error: &Error) -> bool {
        let is_gone = error.is_not_found() || error.status().is_some_and(|it| it.as_u16() == 410);
        is_gone && self.declared.get("deleted").is_some()
    }
}

/// The value at the first of these places that has one, as text.
fn at(places: &[Value], body: &Value) -> Option<String> {
    places.iter().find_map(|place| {
        let variant = place.get(1).and_then(Value::as_array);
        let is_variant = variant.is_none_or(|variant| match variant.as_slice() {
            [property, tag] => body.get(property.as_str().unwrap_or_default()) == Some(tag),
            _ => false,
        });
        let found = body
            .pointer(place.get(0)?.as_str()?)
            .filter(|_| is_variant)?;
        match found {
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(text.clone()),
            Value::Bool(_) | Value::Number(_) => Some(found.to_string()),
            _ => None,
        }
    })
}

/// Shows the progress, but only to a person.
fn report(state: Option<&str>, elapsed: Duration) {
    if io::stderr().is_terminal() {
        eprintln!(
            "{} after {} s",
            state.unwrap_or("pending"),
            elapsed.as_secs()
        );
    }
}
