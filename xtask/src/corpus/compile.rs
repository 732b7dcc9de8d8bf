//! Compiles all clients.

use std::process::Command;

use anyhow::{Context, Result};

use super::cargo;
use super::check::Check;
use super::client::Clients;
use super::record::Checked;
use super::store::{Store, digest};
use super::{Arguments, Document};
use crate::workspace;

/// Results are saved after this number of clients.
const BATCH: usize = 8;

/// Runs every check that a client has not passed yet.
pub(super) fn all(
    documents: &[Document],
    clients: &Clients,
    store: &mut Store,
    arguments: &Arguments,
) -> Result<()> {
    let has_client = |it: &&Document| store.get(&it.name).is_some_and(|it| it.client().is_some());
    clients.write_workspace(documents.iter().filter(has_client))?;
    let compiler = compiler()?;
    for check in arguments.checks() {
        let waiting: Vec<_> = documents
            .iter()
            .filter_map(|document| Some((document, wanted(store, document, check, compiler)?)))
            .collect();
        let mut done = 0;
        for batch in waiting.chunks(BATCH) {
            eprintln!(
                "corpus: {}: {done} of {}, next {}",
                check.name(),
                waiting.len(),
                batch[0].0.name
            );
            let packages: Vec<_> = batch.iter().map(|(it, _)| it.package.as_str()).collect();
            let jobs = arguments.jobs.get();
            let mut errors = cargo::run(check.name(), check.arguments(), &packages, clients, jobs)?;
            for (document, key) in batch {
                let errors = errors.remove(&document.package).unwrap_or_default();
                let client = store.get_mut(&document.name).and_then(|it| it.client_mut());
                if let Some(client) = client {
                    let checked = Checked { key: *key, errors };
                    client.checks.insert(check.name().to_owned(), checked);
                }
            }
            store.save()?;
            done += batch.len();
        }
    }
    Ok(())
}

/// The key of a pending check of a client.
fn wanted(store: &Store, document: &Document, check: Check, compiler: u64) -> Option<u64> {
    let client = store.get(&document.name)?.client()?;
    let key = digest((client.digest, compiler, check.arguments()));
    let known = client.checks.get(check.name());
    let passed = known.is_some_and(|it| it.key == key && it.errors.is_empty());
    (!passed).then_some(key)
}

/// The version of the compiler.
fn compiler() -> Result<u64> {
    let output = Command::new(workspace::cargo())
        .args(["version", "--verbose"])
        .output()
        .context("cannot run cargo")?;
    Ok(digest(output.stdout))
}
