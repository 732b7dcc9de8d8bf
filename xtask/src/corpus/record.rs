//! The record of a document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::kind::Kind;

/// The result of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    /// The digest of the document and the generator; see [`super::store::digest`].
    pub(super) key: u64,
    /// The number of operations, counted without the generator. `None` if the document cannot be read.
    pub(super) operations: Option<usize>,
    /// The number of operations that the client lacks, because they cannot be right.
    pub(super) skipped: usize,
    /// The number of findings by kind.
    #[serde(with = "entries")]
    pub(super) findings: BTreeMap<Kind, usize>,
    pub(super) seconds: f64,
    pub(super) verdict: Verdict,
}

/// The result of the generator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Verdict {
    Accepted(Client),
    /// The codes of the errors, without duplicates.
    Refused(Vec<String>),
    /// A bug: the generator must not panic.
    Panicked(String),
    /// A bug: the generator exceeded the time limit.
    TimedOut,
    /// The file is not text.
    Unreadable(String),
}

/// A generated client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Client {
    pub(super) operations: usize,
    pub(super) types: usize,
    /// The digest of its files.
    pub(super) digest: u64,
    /// The results of checks, by name.
    pub(super) checks: BTreeMap<String, Checked>,
    /// The operations that the program of the exercise calls.
    pub(super) exercised: Option<Exercised>,
}

/// The extent of an exercise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Exercised {
    /// The number of operations that are called.
    pub(super) calls: usize,
    /// The others, with the reasons.
    pub(super) omitted: Vec<(String, String)>,
}

/// The result of a check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Checked {
    /// The digest of the client and the compiler.
    pub(super) key: u64,
    /// The errors; empty if the check passed.
    pub(super) errors: Vec<String>,
}

impl Record {
    /// The number of warnings by code.
    pub(super) fn warnings(&self) -> impl Iterator<Item = (&str, usize)> {
        let warnings = self.findings.iter().filter(|(kind, _)| !kind.is_error);
        warnings.map(|(kind, count)| (kind.code.as_str(), *count))
    }

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

    /// Reuses the results of an earlier client. The key of each result identifies its input.
    pub(super) fn keep_checks(&mut self, earlier: Option<Self>) {
        if let (Some(client), Some(Verdict::Accepted(earlier))) =
            (self.client_mut(), earlier.map(|it| it.verdict))
        {
            client.checks = earlier.checks;
            client.exercised = earlier.exercised;
        }
    }
}

/// A map whose keys are not text, as a list of its entries.
mod entries {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::corpus::kind::Kind;

    pub(super) fn serialize<S: Serializer>(
        map: &BTreeMap<Kind, usize>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        map.iter().collect::<Vec<_>>().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<Kind, usize>, D::Error> {
        let list = Vec::<(Kind, usize)>::deserialize(deserializer)?;
        Ok(list.into_iter().collect())
    }
}
