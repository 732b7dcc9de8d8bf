//! Ground truth for the verdicts of `cargo xtask diff`: the clients of two documents call every operation, each with the samples of
//! both documents. Every difference on the wire needs a row.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result};
use codegen::diagnostic::Sink;
use codegen::verdict::{Change, Surface, Verdict, compare};
use codegen::{Input, Options, Stages, generate};
use serde_json::Value;

use super::super::client::{self, Clients};
use super::source::Source;
use super::{Called, build, calls, package, program, write, write_support};
use crate::workspace;

#[path = "../../../../tests/verdict/mutation.rs"]
mod mutation;

/// The pair whose clients every run builds: their code differs, and nothing else. `NIGHTLY` builds all.
const ONE: &str = "an inline string becomes a component";

/// The label of calls with the samples of the other document.
const OTHER: &str = "other ";

/// The cores of the machine that the budget of the tests assumes.
const JOBS: usize = 2;

/// Writes the client of a document, and a program with the samples of another document as well.
fn add(
    clients: &Clients,
    (name, program): (&str, &str),
    (document, settings): (&Input<'_>, &str),
    other: &str,
) -> Result<()> {
    let options = Options::parse(&format!("{settings}\n[crate]\nname = \"{name}\"\n"));
    let options = options.map_err(|it| anyhow::anyhow!(it.message))?;
    let tree = generate(document.clone(), &options)
        .tree
        .context("no client")?;
    client::write(&clients.root.join(name), &tree)?;
    let stages =
        Stages::run(document.clone(), &options, &mut Sink::default()).context("no plan")?;
    let sources = [document.document, other].map(Source::parse);
    let [Some(own), Some(other)] = sources else {
        anyhow::bail!("{name}: no document");
    };
    let calls = program::write(&stages, &[("", &own), (OTHER, &other)]);
    write(clients, &package(program), name, &calls)
}

fn surface(document: &Input<'_>, settings: &str) -> Result<Surface> {
    let options = Options::parse(settings).map_err(|it| anyhow::anyhow!(it.message))?;
    codegen::surface(document.clone(), &options)
        .0
        .context("no surface")
}

/// The differences between the calls of two clients with the same samples: those of the old document, and those of the new
/// one.
fn differences(old: &BTreeMap<String, Called>, new: &BTreeMap<String, Called>) -> Vec<String> {
    let ids = old.keys().chain(new.keys());
    let ids: BTreeSet<_> = ids.filter(|it| !it.starts_with(OTHER)).collect();
    let mut all = Vec::new();
    for id in ids {
        let other = format!("{OTHER}{id}");
        let difference = if old.contains_key(id) && new.contains_key(id) {
            match (old.get(&other), new.get(&other)) {
                // Samples are found by the names of parameters, which may have changed.
                (None, None) => difference(old.get(id), new.get(id)),
                (before, after) => {
                    difference(old.get(id), after).or_else(|| difference(before, new.get(id)))
                }
            }
        } else {
            Some("only one client has it".to_owned())
        };
        all.extend(difference.map(|it| format!("{id}: {it}")));
    }
    all
}

/// The difference between a call of the old client and that of the new one.
fn difference(old: Option<&Called>, new: Option<&Called>) -> Option<String> {
    let (Some(old), Some(new)) = (old, new) else {
        return Some("the samples fit one client only".to_owned());
    };
    let [before, after] = [old, new].map(|it| it.request.as_deref().map(comparable));
    if before != after {
        return Some(format!("{before:?} was sent, and {after:?} now"));
    }
    let mut errors = [old, new].into_iter().filter_map(|it| it.error.clone());
    errors.next()
}

/// The head of a request, and its body as JSON if it is JSON, whose properties have no order. Boundaries of forms are random.
fn comparable(request: &str) -> (String, Result<Value, String>) {
    let boundary = request.split_once("boundary=");
    let boundary = boundary.and_then(|(_, rest)| rest.split_whitespace().next());
    let request = match boundary {
        Some(boundary) => request.replace(boundary, "boundary"),
        None => request.to_owned(),
    };
    let (head, body) = request.split_once("\n\n").unwrap_or((&request, ""));
    let body = serde_json::from_str(body).map_err(|_| body.to_owned());
    (head.to_owned(), body)
}

/// Whether a change tells users that something differs on the wire, or that they have to change their code.
fn tells(change: &Change) -> bool {
    change.verdict >= Verdict::Minor
}

#[test]
fn what_differs_on_the_wire_has_a_row() -> Result<()> {
    let folder = if mutation::is_all() {
        "wire-all"
    } else {
        "wire"
    };
    let corpus = workspace::target().join("corpus");
    let clients = Clients {
        root: workspace::target().join("verdicts").join(folder),
        build: corpus.join("build"),
    };
    fs::create_dir_all(&clients.root)?;
    write_support(&clients)?;
    let mut members = BTreeSet::from([super::SUPPORT.to_owned()]);
    // Many mutations share the client before them.
    let mut bases = BTreeMap::new();
    let mut pairs = Vec::new();
    for (name, mutation) in mutation::compiled()? {
        let is_chosen = mutation::is_all() || mutation.name == ONE;
        if !is_chosen || mutation.new_settings.contains("[crate]") {
            continue;
        }
        let (old, new) = (format!("{name}-old"), format!("{name}-new"));
        let texts = [Input::from(&mutation.base), mutation.after()];
        let base = (&texts[0], mutation.old_settings.as_str());
        let after = (&texts[1], mutation.new_settings.as_str());
        let key = (mutation.base.clone(), mutation.old_settings.clone());
        let client = bases.entry(key).or_insert_with(|| old.clone());
        add(&clients, (client, &old), base, after.0.document)?;
        add(&clients, (&new, &new), after, base.0.document)?;
        members.extend([client.clone(), package(&old), new.clone(), package(&new)]);
        let changes = compare(&surface(base.0, base.1)?, &surface(after.0, after.1)?);
        pairs.push((old, new, mutation.name, changes));
    }
    clients.write_members(&members.into_iter().collect::<Vec<_>>())?;
    let packages: Vec<_> = pairs
        .iter()
        .flat_map(|it| [it.0.as_str(), it.1.as_str()])
        .collect();
    let errors = build(&clients, &packages, JOBS)?;
    assert!(errors.is_empty(), "{errors:#?}");
    let (mut wrong, mut count) = (Vec::new(), 0);
    for (old, new, name, changes) in &pairs {
        let of = |client: &str| calls(&clients, &package(client), None);
        let found = differences(&of(old)?, &of(new)?);
        count += usize::from(!found.is_empty());
        if !found.is_empty() && !changes.iter().any(tells) {
            wrong.push(format!("{name}: {found:#?}"));
        }
        if std::env::var_os("VERDICT_SHOW").is_some() {
            println!("{name}: {found:#?}");
        }
    }
    println!("{} pairs, {count} differ on the wire", pairs.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
