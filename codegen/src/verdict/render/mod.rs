//! Changes as text, Markdown and JSON.

mod changelog;
mod json;
mod markdown;
mod text;

use std::collections::BTreeMap;

use super::change::{Cause, Change, Verdict};
use super::version;

pub use changelog::changelog;
pub use json::json;
pub use markdown::markdown;
pub use text::text;

/// Changes and what they mean for the version.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The old side, as the command line names it.
    pub base: String,
    /// The new side.
    pub head: String,
    /// The version of the old side.
    pub old_version: String,
    /// That of the new side.
    pub new_version: String,
    /// The changes.
    pub changes: Vec<Change>,
    /// The reasons of accepted changes, by fingerprint.
    pub accepted: BTreeMap<String, String>,
}

impl Report {
    /// The verdict on the crate.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.changes)
    }

    /// The greatest verdict of a change that is not accepted.
    #[must_use]
    pub fn unaccepted(&self) -> Verdict {
        let open = self.changes.iter();
        let open = open.filter(|it| !self.accepted.contains_key(&it.fingerprint));
        open.map(|it| it.verdict).max().unwrap_or_default()
    }

    /// The version that the verdict requires, if the new one is too low.
    #[must_use]
    pub fn missing_version(&self) -> Option<String> {
        let required = version::required(&self.old_version, self.verdict())?;
        (!version::is_enough(&self.new_version, &required)).then_some(required)
    }

    /// `2 major, 1 minor`
    fn tally(&self) -> String {
        let verdicts = [
            Verdict::Major,
            Verdict::Minor,
            Verdict::Patch,
            Verdict::None,
        ];
        let counts = verdicts.iter().map(|verdict| {
            let changes = self.changes.iter().filter(|it| it.verdict == *verdict);
            (changes.count(), verdict.as_str())
        });
        let counts = counts.filter(|(count, _)| *count > 0);
        let texts: Vec<_> = counts
            .map(|(count, name)| format!("{count} {name}"))
            .collect();
        if texts.is_empty() {
            "no changes".to_owned()
        } else {
            texts.join(", ")
        }
    }

    /// Whether the version is high enough, in one sentence.
    fn version_line(&self) -> String {
        let (old, new) = (&self.old_version, &self.new_version);
        match self.missing_version() {
            Some(required) => {
                format!("version {new} is too low after {old}: at least {required} is required")
            }
            None if old == new => format!("version {new} need not be raised"),
            None => format!("version {new} is high enough after {old}"),
        }
    }

    /// Where a change comes from, unless it is the document.
    fn origin(change: &Change) -> Option<&'static str> {
        match change.cause {
            Cause::Document => None,
            Cause::Settings => Some("settings"),
            Cause::Generator => Some("generator"),
        }
    }
}

/// The paths of the other items with the same cause, the first few of them.
fn others(change: &Change) -> Option<String> {
    const SHOWN: usize = 3;
    let count = change.also.len();
    if count == 0 {
        return None;
    }
    let names = change.also.iter().take(SHOWN);
    let names: Vec<_> = names.map(|it| format!("`{it}`")).collect();
    let rest = count.saturating_sub(SHOWN);
    let rest = if rest > 0 {
        format!(" and {rest} more")
    } else {
        String::new()
    };
    Some(format!("{}{rest}", names.join(", ")))
}
