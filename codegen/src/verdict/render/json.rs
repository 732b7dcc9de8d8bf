use serde::Serialize;

use super::super::change::{Change, Verdict};
use super::Report;

/// The report for programs.
#[derive(Serialize)]
struct Json<'a> {
    verdict: Verdict,
    version: Version<'a>,
    changes: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Version<'a> {
    old: &'a str,
    new: &'a str,
    /// The least version that the verdict allows, if the new one is too low.
    required: Option<String>,
}

#[derive(Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    change: &'a Change,
    /// Why the change is accepted, if it is.
    accepted: Option<&'a str>,
}

/// The report as one JSON object.
#[must_use]
pub fn json(report: &Report) -> String {
    let changes = report.changes.iter().map(|change| Row {
        change,
        accepted: report.accepted.get(&change.fingerprint).map(String::as_str),
    });
    let json = Json {
        verdict: report.verdict(),
        version: Version {
            old: &report.old_version,
            new: &report.new_version,
            required: report.missing_version(),
        },
        changes: changes.collect(),
    };
    // Strings and enums always serialize.
    let text = serde_json::to_string_pretty(&json).unwrap_or_default();
    format!("{text}\n")
}
