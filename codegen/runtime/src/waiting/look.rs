//! Reads states from responses.

use std::borrow::Cow;

use http::StatusCode;
use serde_json::Value;

use super::place::text;
use super::poll::Replies;
use super::table::{Goal, Waiter};

/// The meaning of a response.
pub(super) struct Look {
    pub(super) state: Option<String>,
    pub(super) reason: Option<String>,
    pub(super) meaning: Meaning,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Pending,
    Done,
    Failed,
}

/// The states that count in one wait.
pub(super) struct States<'a> {
    pub(super) waiter: &'a Waiter,
    pub(super) goal: Goal,
    pub(super) until: Option<&'a [Cow<'static, str>]>,
    /// Whether a response without a state is done, unless its status is 202.
    pub(super) is_optional: bool,
}

impl States<'_> {
    /// The meaning of the responses of a poll.
    pub(super) fn look(&self, replies: &Replies) -> Look {
        let accepted = StatusCode::ACCEPTED;
        let is_accepted = replies.iter().any(|reply| reply.status == accepted);
        let bodies = replies
            .iter()
            .map(|reply| reply.read_any().unwrap_or_default());
        let bodies: Vec<Value> = bodies.collect();
        match self.waiter.items {
            None => self.one(bodies.first().unwrap_or(&Value::Null), is_accepted),
            Some(items) => {
                let lists = bodies.iter().map(|body| body.pointer(items)?.as_array());
                let lists: Option<Vec<_>> = lists.collect();
                self.all(lists.map(|lists| lists.into_iter().flatten()))
            }
        }
    }

    fn one(&self, body: &Value, is_accepted: bool) -> Look {
        let state = text(self.waiter.state, body);
        let meaning = match &state {
            Some(state) => self.meaning(state),
            None if self.is_optional && !is_accepted && self.goal == Goal::Done => Meaning::Done,
            None => Meaning::Pending,
        };
        Look {
            reason: match meaning {
                Meaning::Failed => text(self.waiter.reason, body),
                Meaning::Pending | Meaning::Done => None,
            },
            meaning,
            state,
        }
    }

    /// The meaning of a list: a failure if there is one, and done if all items are.
    fn all<'v>(&self, items: Option<impl Iterator<Item = &'v Value>>) -> Look {
        let mut all = Look {
            state: None,
            reason: None,
            meaning: Meaning::Done,
        };
        let Some(items) = items else {
            return Look {
                meaning: Meaning::Pending,
                ..all
            };
        };
        for item in items {
            let one = self.one(item, false);
            match one.meaning {
                Meaning::Failed => return one,
                Meaning::Pending if all.meaning == Meaning::Done => all = one,
                Meaning::Done if all.state.is_none() => all.state = one.state,
                Meaning::Pending | Meaning::Done => {}
            }
        }
        all
    }

    fn meaning(&self, state: &str) -> Meaning {
        let is_until = self.until.map(|until| until.iter().any(|it| it == state));
        let is_done = match self.goal {
            Goal::Deleted => self.waiter.deleted.contains(&state),
            Goal::Done => is_until.unwrap_or_else(|| self.waiter.success.contains(&state)),
        };
        // A resource that is deleted keeps its state for some time, even one of failure.
        let is_failed = self.goal == Goal::Done && self.waiter.failure.contains(&state);
        match (is_done, is_failed) {
            (true, _) => Meaning::Done,
            (false, true) => Meaning::Failed,
            (false, false) => Meaning::Pending,
        }
    }
}
