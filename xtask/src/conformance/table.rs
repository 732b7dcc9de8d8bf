//! The results by directory.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::suite::OpenApi;
use crate::grid::Grid;

/// The result of a scenario with the documents of one version of OpenAPI.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Passed,
    /// The request or the response differs.
    Failed(String),
    /// The API of the client cannot express the request or the response.
    Inexpressible(String),
    /// The document is refused, with the codes of the errors.
    Refused(String),
    /// The suite has no document for the scenario.
    NotApplicable,
}

/// The verdicts of all scenarios.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// By directory and name, with the documents of 3.0 and of 3.1.
    rows: BTreeMap<(String, String), [Option<Verdict>; 2]>,
}

impl Table {
    pub(super) fn put(&mut self, directory: &str, name: &str, openapi: OpenApi, verdict: Verdict) {
        let row = self
            .rows
            .entry((directory.to_owned(), name.to_owned()))
            .or_default();
        row[column(openapi)] = Some(verdict);
    }

    /// The names of the scenarios that have not passed with one of the versions.
    pub(super) fn missed(&self) -> BTreeSet<&str> {
        self.misses().map(|(_, name, ..)| name).collect()
    }

    fn misses(&self) -> impl Iterator<Item = (&str, &str, &str, &str)> {
        let rows = self.rows.iter().flat_map(|((directory, name), verdicts)| {
            let verdicts = ["3.0", "3.1"].into_iter().zip(verdicts);
            verdicts.map(move |(version, verdict)| (directory, name, version, verdict))
        });
        rows.filter_map(|(directory, name, version, verdict)| {
            let reason = match verdict.as_ref()? {
                Verdict::Failed(reason)
                | Verdict::Inexpressible(reason)
                | Verdict::Refused(reason) => reason,
                Verdict::Passed | Verdict::NotApplicable => return None,
            };
            Some((directory.as_str(), name.as_str(), version, reason.as_str()))
        })
    }

    /// The number of scenarios below a directory, and of those that passed, by version.
    fn counts(&self, directory: Option<&str>) -> [String; 2] {
        [OpenApi::V30, OpenApi::V31].map(|openapi| {
            let rows = self
                .rows
                .iter()
                .filter(|((it, _), _)| directory.is_none_or(|name| name == it));
            let verdicts = rows.filter_map(|(_, verdicts)| verdicts[column(openapi)].as_ref());
            let applicable: Vec<_> = verdicts
                .filter(|it| **it != Verdict::NotApplicable)
                .collect();
            let passed = applicable
                .iter()
                .filter(|it| ***it == Verdict::Passed)
                .count();
            format!("{passed} of {}", applicable.len())
        })
    }

    /// The table, as text or as Markdown.
    pub(super) fn print(&self, f: &mut impl fmt::Write, markdown: bool) -> fmt::Result {
        let mut grid = Grid::new(["directory", "3.0", "3.1"].map(str::to_owned).to_vec());
        let mut directories: Vec<_> = self.rows.keys().map(|(directory, _)| directory).collect();
        directories.dedup();
        for directory in directories {
            let [v30, v31] = self.counts(Some(directory));
            grid.push(vec![directory.clone(), v30, v31]);
        }
        let [v30, v31] = self.counts(None);
        grid.push(vec!["all".to_owned(), v30, v31]);
        f.write_str(&if markdown {
            grid.markdown()
        } else {
            grid.text()
        })?;
        for (directory, name, version, reason) in self.misses() {
            writeln!(f, "\n{directory} {name} ({version}): {reason}")?;
        }
        Ok(())
    }
}

fn column(openapi: OpenApi) -> usize {
    match openapi {
        OpenApi::V30 => 0,
        OpenApi::V31 => 1,
    }
}
