//! Reports as a reviewer sees them.

use std::collections::BTreeMap;
use std::io;

use codegen::verdict::Verdict;
use codegen::verdict::render::{Report, changelog, markdown, text};

use super::mutation::{self, Mutation};
use super::{Bases, changes};

/// The changes that each reviewer meets.
const SHOWN: [&str; 7] = [
    "an enum value added",
    "an optional response property becomes required",
    "readOnly added to a property of a shared schema",
    "a schema renamed",
    "a newer dated version",
    "a second success status with another body",
    "a tag renamed",
];

fn report(bases: &mut Bases, mutation: &Mutation) -> io::Result<Report> {
    Ok(Report {
        base: "old.yaml".to_owned(),
        head: "new.yaml".to_owned(),
        old_version: "0.2.0".to_owned(),
        new_version: "0.3.0".to_owned(),
        changes: changes(bases, mutation)?,
        ..Report::default()
    })
}

fn shown() -> io::Result<Vec<Mutation>> {
    let all = mutation::all()?.into_iter();
    let shown: Vec<_> = all.filter(|it| SHOWN.contains(&&*it.name)).collect();
    assert_eq!(shown.len(), SHOWN.len());
    Ok(shown)
}

#[test]
fn text_for_a_terminal() -> io::Result<()> {
    let mut bases = Bases::default();
    let mut all = String::new();
    for mutation in shown()? {
        let report = report(&mut bases, &mutation)?;
        all.extend([format!("# {}\n\n{}\n", mutation.name, text(&report))]);
    }
    insta::assert_snapshot!("text", all);
    Ok(())
}

/// All of them at once, and two that are accepted or come from the settings.
fn combined() -> io::Result<Report> {
    let mut bases = Bases::default();
    let mut all = Report::default();
    for mutation in shown()? {
        let mut one = report(&mut bases, &mutation)?;
        all.changes.append(&mut one.changes);
        all = Report {
            changes: all.changes,
            ..one
        };
    }
    all.changes.sort_by_key(|it| std::cmp::Reverse(it.verdict));
    if let Some(first) = all.changes.first() {
        let reason = "announced in the last release".to_owned();
        all.accepted = BTreeMap::from([(first.fingerprint.clone(), reason)]);
    }
    Ok(all)
}

#[test]
fn markdown_for_a_pull_request() -> io::Result<()> {
    let mut report = combined()?;
    report.new_version = "0.2.1".to_owned();
    insta::assert_snapshot!("markdown", markdown(&report));
    Ok(())
}

#[test]
fn a_comment_has_a_limit() -> io::Result<()> {
    let mut report = combined()?;
    let changes = report.changes.clone();
    report.changes = changes.iter().cycle().take(2_000).cloned().collect();
    let text = markdown(&report);
    assert!(text.len() < 65_536, "{}", text.len());
    assert!(text.contains(" more: run `cargo xtask diff old.yaml new.yaml`."));
    Ok(())
}

#[test]
fn an_entry_of_the_changelog() -> io::Result<()> {
    insta::assert_snapshot!("changelog", changelog(&combined()?));
    Ok(())
}

#[test]
fn the_totals_of_the_table() -> io::Result<()> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let all = mutation::all()?;
    for mutation in &all {
        let rows = mutation.expected.iter();
        let verdicts = rows.filter_map(|it| it.split(' ').next());
        let greatest = [Verdict::Major, Verdict::Minor, Verdict::Patch];
        let verdicts: Vec<_> = verdicts.collect();
        let mut greatest = greatest.iter().map(|it| it.as_str());
        let verdict = greatest.find(|it| verdicts.contains(it)).unwrap_or("none");
        *counts.entry(verdict).or_default() += 1;
    }
    assert!(all.len() >= 120, "{}", all.len());
    let lines = counts
        .iter()
        .map(|(verdict, count)| format!("{verdict}: {count}\n"));
    let lines: String = lines.collect();
    insta::assert_snapshot!("totals", format!("{} mutations\n{lines}", all.len()));
    Ok(())
}
