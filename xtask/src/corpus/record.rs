//! What is known of a document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What became of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    /// What the document and the generator were; see [`super::store::digest`].
    pub(super) key: u64,
    /// How many operations the document has, counted without the generator. None when it cannot be read.
    pub(super) operations: Option<usize>,
    /// How often there was each warning.
    pub(super) warnings: BTreeMap<String, usize>,
    pub(super) seconds: f64,
    pub(super) verdict: Verdict,
}

/// What the generator said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Verdict {
    Accepted(Client),
    /// The codes of the errors, each once.
    Refused(Vec<String>),
    /// A bug: the generator must not panic.
    Panicked(String),
    /// A bug: the generator must be quick.
    TimedOut,
    /// The file is no text.
    Unreadable(String),
}

/// A client that was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Client {
    pub(super) operations: usize,
    pub(super) types: usize,
    /// What its files are.
    pub(super) digest: u64,
    /// What each check said, by its name.
    pub(super) checks: BTreeMap<String, Checked>,
}

/// What a check said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Checked {
    /// What the client and the compiler were.
    pub(super) key: u64,
    /// Empty when there was nothing to say.
    pub(super) errors: Vec<String>,
}

impl Record {
    pub(super) fn client(&self) -> Option<&Client> {
        match &self.verdict {
            Verdict::Accepted(client) => Some(client),
            _ => None,
        }
    }

    pub(super) fn client_mut(&mut self) -> Option<&mut Client> {
        match &mut self.verdict {
            Verdict::Accepted(client) => Some(client),
            _ => None,
        }
    }

    /// Takes over what checks said of an earlier client. Each has the key of what it looked at.
    pub(super) fn keep_checks(&mut self, earlier: Option<Self>) {
        if let (Some(client), Some(Verdict::Accepted(earlier))) =
            (self.client_mut(), earlier.map(|it| it.verdict))
        {
            client.checks = earlier.checks;
        }
    }
}
