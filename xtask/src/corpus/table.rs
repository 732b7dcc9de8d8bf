//! The results of a run as a table.

use std::collections::BTreeMap;
use std::fmt;

use super::arguments::Layout;
use super::record::{Client, Record, Verdict};
use super::store::Store;
use super::{Arguments, Document, exercise, summary};
use crate::grid::Grid;
use crate::words::counted;

/// The maximum number of lines of an error to print.
const EXCERPT: usize = 30;

/// The maximum number of errors of a client to print.
const SHOWN: usize = 10;

/// The records of a run's documents.
pub(super) struct Table<'a> {
    rows: Vec<(&'a Document, &'a Record)>,
    /// The names of the checks of this run.
    checks: Vec<&'static str>,
    layout: Layout,
}

impl<'a> Table<'a> {
    pub(super) fn new(documents: &'a [Document], store: &'a Store, arguments: &Arguments) -> Self {
        let rows = documents
            .iter()
            .filter_map(|document| Some((document, store.get(&document.name)?)))
            .collect();
        Self {
            rows,
            checks: arguments.names(),
            layout: arguments.layout,
        }
    }

    /// Whether a document reveals a bug of the generator: its client has errors, or generation failed.
    pub(super) fn has_bugs(&self) -> bool {
        self.rows.iter().any(|(_, record)| match &record.verdict {
            Verdict::Accepted(client) => self.errors(client).next().is_some(),
            Verdict::Refused(_) => false,
            Verdict::Panicked(_) | Verdict::TimedOut | Verdict::Unreadable(_) => true,
        })
    }

    /// The errors of a client by check, without the checks that this run skipped.
    fn errors<'c>(&self, client: &'c Client) -> impl Iterator<Item = (&'static str, &'c [String])> {
        self.checks.iter().filter_map(|&check| {
            let errors = &client.checks.get(check)?.errors;
            (!errors.is_empty()).then_some((check, errors.as_slice()))
        })
    }

    /// Whether a document has a client without errors and with all operations.
    fn is_clean(&self, record: &Record) -> bool {
        let client = record.client();
        record.skipped == 0 && client.is_some_and(|it| self.errors(it).next().is_none())
    }

    fn cells(&self, document: &Document, record: &Record) -> Vec<String> {
        let all = record
            .operations
            .map_or_else(|| "?".to_owned(), |count| count.to_string());
        let client = record.client();
        let own = client.map_or_else(|| "-".to_owned(), |it| it.operations.to_string());
        vec![
            document.name.clone(),
            format!("{own} of {all}"),
            client.map_or_else(String::new, |it| it.types.to_string()),
            format!("{:.2}", record.seconds),
            self.result(record),
            warnings([record]),
        ]
    }

    fn result(&self, record: &Record) -> String {
        match &record.verdict {
            Verdict::Accepted(client) => {
                let errors: Vec<_> = self
                    .errors(client)
                    .map(|(check, errors)| format!("{}: {}", check, counted(errors.len(), "error")))
                    .collect();
                match (self.checks.is_empty(), errors.is_empty()) {
                    (true, _) if record.skipped == 0 => "generated".to_owned(),
                    (true, _) => format!("{} omitted", counted(record.skipped, "operation")),
                    (false, true) => "compiles".to_owned(),
                    (false, false) => format!("FAILS: {}", errors.join(", ")),
                }
            }
            Verdict::Refused(codes) => format!("refused: {}", some(codes)),
            Verdict::Panicked(_) => "PANICS".to_owned(),
            Verdict::TimedOut => "TAKES TOO LONG".to_owned(),
            Verdict::Unreadable(error) => format!("unreadable: {error}"),
        }
    }

    fn total(&self) -> Vec<String> {
        let records = || self.rows.iter().map(|(_, record)| *record);
        let clients = || records().filter_map(Record::client);
        let all: usize = records().filter_map(|it| it.operations).sum();
        let own: usize = clients().map(|it| it.operations).sum();
        let types: usize = clients().map(|it| it.types).sum();
        let seconds: f64 = records().map(|it| it.seconds).sum();
        let accepted = clients().count();
        let skipped: usize = records().map(|it| it.skipped).sum();
        let mut result = format!("{accepted} of {} accepted", self.rows.len());
        if skipped > 0 {
            result = format!("{result}, {} omitted", counted(skipped, "operation"));
        }
        if !self.checks.is_empty() {
            let clean = clients().filter(|it| self.errors(it).next().is_none());
            let clean = clean.count();
            result = format!("{result}, {clean} of {accepted} compile");
        }
        let exercised = || clients().filter_map(|it| it.exercised.as_ref());
        if self.checks.contains(&exercise::NAME) {
            let calls: usize = exercised().map(|it| it.calls).sum();
            let failed = clients().filter_map(|it| it.checks.get(exercise::NAME));
            let failed: usize = failed.map(|it| it.errors.len()).sum();
            let omitted: usize = exercised().map(|it| it.omitted.len()).sum();
            let calls = counted(calls, "call");
            result = format!("{result}, {calls} with {failed} failures, {omitted} omitted");
        }
        vec![
            "total".to_owned(),
            format!("{own} of {all}"),
            types.to_string(),
            format!("{seconds:.2}"),
            result,
            warnings(records()),
        ]
    }

    /// Details of a document below the table.
    fn details(&self, document: &Document, record: &Record) -> Option<String> {
        let text = match &record.verdict {
            Verdict::Accepted(client) => {
                let first = |(check, errors): (&str, &[String])| {
                    // An error of the compiler has many lines, one of an exercise has one.
                    let lines = errors.iter().take(SHOWN).flat_map(|it| it.lines());
                    let lines: Vec<_> = lines.take(EXCERPT).collect();
                    format!("{check}: {}", lines.join("\n"))
                };
                self.errors(client)
                    .map(first)
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            Verdict::Panicked(message) => format!("panics: {message}"),
            Verdict::Refused(_) | Verdict::TimedOut | Verdict::Unreadable(_) => String::new(),
        };
        (!text.is_empty()).then(|| format!("{}: {text}", document.name))
    }
}

/// The first words of a list.
fn some(words: &[String]) -> String {
    const CODES: usize = 3;
    let shown = words.iter().take(CODES).cloned().collect::<Vec<_>>();
    match words.len().saturating_sub(CODES) {
        0 => shown.join(", "),
        more => format!("{}, {more} more", shown.join(", ")),
    }
}

/// The number of warnings by code.
fn warnings<'a>(records: impl IntoIterator<Item = &'a Record>) -> String {
    let mut counts = BTreeMap::<&str, usize>::new();
    for record in records {
        for (code, count) in record.warnings() {
            *counts.entry(code).or_default() += count;
        }
    }
    let counts: Vec<_> = counts
        .into_iter()
        .map(|(code, count)| format!("{code} {count}"))
        .collect();
    counts.join(", ")
}

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["document", "operations", "types", "s", "result", "warnings"];
        let mut grid = Grid::new(head.map(str::to_owned).to_vec());
        for (document, record) in &self.rows {
            if !self.layout.brief || !self.is_clean(record) {
                grid.push(self.cells(document, record));
            }
        }
        grid.push(self.total());
        f.write_str(&grid.format(self.layout.markdown))?;
        if self.layout.brief {
            let records: Vec<_> = self.rows.iter().map(|(_, record)| *record).collect();
            for (title, grid) in summary::grids(&records) {
                write!(f, "\n{title}\n\n{}", grid.format(self.layout.markdown))?;
            }
        }
        if cfg!(debug_assertions) {
            writeln!(
                f,
                "\nThe times are those of a generator that is not optimised."
            )?;
        }
        for (document, record) in &self.rows {
            if let Some(details) = self.details(document, record) {
                writeln!(f, "\n{details}")?;
            }
        }
        Ok(())
    }
}
