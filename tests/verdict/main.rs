//! The verdicts of `cargo xtask diff` on changes of documents and settings, which `mutations.txt` lists.

mod compile;
mod consumer;
mod emitted;
mod keywords;
mod mutation;
mod published;
mod semver;
mod shown;
mod update;

use std::collections::BTreeMap;
use std::io;

use codegen::verdict::{Change, Surface, compare};
use codegen::{Input, Options, surface};
use mutation::{Mutation, Rows};

/// The surface of a document.
fn surface_of<'a>(document: impl Into<Input<'a>>, settings: &str) -> io::Result<Surface> {
    let options = Options::parse(settings).map_err(|it| io::Error::other(it.message))?;
    let (surface, findings) = surface(document, &options);
    surface.ok_or_else(|| io::Error::other(format!("{findings:#?}")))
}

/// The surfaces of documents before a change, which many changes share.
#[derive(Default)]
struct Bases(BTreeMap<(String, String), Surface>);

impl Bases {
    fn get(&mut self, mutation: &Mutation) -> io::Result<&Surface> {
        let key = (mutation.base.clone(), mutation.old_settings.clone());
        if !self.0.contains_key(&key) {
            let surface = surface_of(&key.0, &key.1)?;
            assert_eq!(compare(&surface, &surface), [], "{}", mutation.name);
            self.0.insert(key.clone(), surface);
        }
        Ok(&self.0[&key])
    }
}

/// The changes of a mutation.
fn changes(bases: &mut Bases, mutation: &Mutation) -> io::Result<Vec<Change>> {
    let new = surface_of(mutation.after(), &mutation.new_settings)?;
    let changes = compare(bases.get(mutation)?, &new);
    check(&mutation.name, &changes);
    Ok(changes)
}

/// Every change has a reason and a fingerprint of its own.
fn check(name: &str, changes: &[Change]) {
    for change in changes {
        assert!(change.reason.ends_with('.'), "{change:#?}");
        assert!(!change.effects.is_empty(), "{change:#?}");
        let mut twins = changes.iter();
        let same = |it: &&Change| it.fingerprint == change.fingerprint;
        assert_eq!(twins.find(same), Some(change), "{name}");
        assert_eq!(twins.find(same), None, "{name}");
    }
}

/// A row for each change: verdict, axis and item.
fn rows(changes: &[Change]) -> Rows {
    let rows = changes.iter().map(|change| {
        let (verdict, axis) = (change.verdict.as_str(), change.axis.as_str());
        format!("{verdict} {axis} {}", change.item)
    });
    rows.collect()
}

#[test]
fn each_mutation_has_the_rows_of_the_table() -> io::Result<()> {
    let mutations = mutation::all()?;
    let mut bases = Bases::default();
    let mut actual = BTreeMap::new();
    let mut wrong = Vec::new();
    for mutation in &mutations {
        let found = match changes(&mut bases, mutation) {
            Ok(found) => rows(&found),
            Err(error) => Rows::from([format!("fails: {error}")]),
        };
        if found != mutation.expected {
            wrong.push(format!(
                "{}:\n  expected {:#?}\n  found {found:#?}",
                mutation.name, mutation.expected
            ));
        }
        actual.insert(mutation.name.clone(), found);
    }
    if std::env::var_os("VERDICT_UPDATE").is_some() {
        return update::write(&actual);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
