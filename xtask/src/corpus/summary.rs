//! The findings of a run by kind, with the number of documents that have them.

use std::collections::BTreeMap;

use super::kind::Kind;
use super::record::Record;
use crate::grid::Grid;

/// The tables: errors, the reasons of raw JSON, and operations without an exercise.
pub(super) fn grids(records: &[&Record]) -> Vec<(&'static str, Grid)> {
    let findings = |is_wanted: fn(&Kind) -> bool| {
        let each = records.iter().map(move |record| {
            let findings = record.findings.iter();
            let wanted = findings.filter(move |(kind, _)| is_wanted(kind));
            wanted.map(|(kind, count)| (kind.clone(), *count))
        });
        counts(each)
    };
    let exercises = records
        .iter()
        .filter_map(|it| it.client()?.exercised.as_ref());
    let omitted = exercises.map(|exercise| {
        let mut omitted = BTreeMap::<Kind, usize>::new();
        for (_, reason) in &exercise.omitted {
            *omitted.entry(Kind::of_text(reason)).or_default() += 1;
        }
        omitted.into_iter()
    });
    let tables = [
        ("Errors", findings(|kind| kind.is_error)),
        (
            "Raw JSON",
            findings(|kind| !kind.is_error && kind.is_raw_json()),
        ),
        ("Operations without an exercise", counts(omitted)),
    ];
    let tables = tables.into_iter().filter(|(_, counts)| !counts.is_empty());
    tables
        .map(|(title, counts)| (title, grid(&counts)))
        .collect()
}

/// The number of documents with a kind, and the number of times that they have it.
type Counts = BTreeMap<Kind, (usize, usize)>;

fn counts(records: impl Iterator<Item = impl Iterator<Item = (Kind, usize)>>) -> Counts {
    let mut counts = Counts::new();
    for (kind, count) in records.flatten() {
        let sum = counts.entry(kind).or_default();
        *sum = (sum.0 + 1, sum.1 + count);
    }
    counts
}

/// The most frequent kinds first.
fn grid(counts: &Counts) -> Grid {
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, (documents, findings))| std::cmp::Reverse((*documents, *findings)));
    let head = ["documents", "count", "code", "message"];
    let mut grid = Grid::new(head.map(str::to_owned).to_vec());
    for (kind, (documents, findings)) in sorted {
        grid.push(vec![
            documents.to_string(),
            findings.to_string(),
            kind.code.clone(),
            kind.message.clone(),
        ]);
    }
    grid
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::grids;
    use crate::corpus::kind::Kind;
    use crate::corpus::record::{Record, Verdict};

    fn record(findings: &[(bool, &str, usize)]) -> Record {
        let findings = findings.iter().map(|(is_error, message, count)| {
            let kind = Kind {
                is_error: *is_error,
                code: "structure".to_owned(),
                message: (*message).to_owned(),
            };
            (kind, *count)
        });
        Record {
            key: 0,
            operations: None,
            skipped: 0,
            findings: findings.collect::<BTreeMap<_, _>>(),
            seconds: 0.0,
            verdict: Verdict::TimedOut,
        }
    }

    #[test]
    fn findings_of_all_documents_are_counted_by_kind() {
        let records = [
            record(&[(true, "wrong", 2), (false, "falling back to raw JSON", 1)]),
            record(&[(true, "wrong", 3), (true, "odd", 9), (false, "fine", 1)]),
        ];
        let records: Vec<_> = records.iter().collect();
        let text: Vec<_> = grids(&records)
            .iter()
            .map(|(title, grid)| format!("{title}\n{}", grid.text()))
            .collect();
        assert_eq!(
            text,
            [
                "Errors\ndocuments  count  code       message\n\
                 2          5      structure  wrong\n\
                 1          9      structure  odd\n",
                "Raw JSON\ndocuments  count  code       message\n\
                 1          1      structure  falling back to raw JSON\n",
            ]
        );
    }
}
