//! Calls every operation of a client once, with sample values and without a network, and compares request and response with the samples.
//!
//! The samples follow from the document alone. The program is a crate beside the client, which contains nothing for it.

mod call;
#[cfg(test)]
mod changes;
mod judge;
mod program;
mod response;
mod sample;
mod source;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use codegen::Stages;
use codegen::diagnostic::Sink;

use self::program::Program;
use self::source::Source;
use super::cargo::{self, Errors};
use super::client::{Clients, put};
use super::generate::Input;
use super::record::{Checked, Exercised};
use super::store::{Store, digest};
use super::{Arguments, Document};
use crate::workspace;

/// The name of the check.
pub(super) const NAME: &str = "exercise";
/// The name of the check by a server.
pub(super) const PRISM: &str = "prism";

/// Results are saved after this number of programs.
const BATCH: usize = 6;

/// The crate that all programs use.
const SUPPORT: &str = "exercise";

const DEPENDENCIES: &str = "http = \"1\"\nserde_json = \"1\"\n";

/// Writes, builds and runs the program of every client that has not passed yet.
pub(super) fn all(
    documents: &[Document],
    clients: &Clients,
    store: &mut Store,
    arguments: &Arguments,
) -> Result<()> {
    let mut waiting = Vec::new();
    let mut members = vec![SUPPORT.to_owned()];
    write_support(clients)?;
    for document in documents {
        let Some(client) = store.get(&document.name).and_then(|it| it.client()) else {
            continue;
        };
        let client = client.digest;
        members.push(document.package.clone());
        let Some(program) = program(document, arguments) else {
            forget(store, document);
            continue;
        };
        let package = package(&document.package);
        write(clients, &package, &document.package, &program)?;
        members.push(package);
        let key = digest((client, &program.text));
        let record = store.get_mut(&document.name).and_then(|it| it.client_mut());
        if let Some(record) = record {
            record.exercised = Some(Exercised {
                calls: program.calls,
                omitted: program.omitted,
            });
            let known = record.checks.get(NAME);
            if known.is_none_or(|it| it.key != key || !it.errors.is_empty()) {
                waiting.push((document, key));
            }
        }
    }
    clients.write_members(&members)?;
    let mut done = 0;
    for batch in waiting.chunks(BATCH) {
        eprintln!(
            "corpus: {NAME}: {done} of {}, next {}",
            waiting.len(),
            batch[0].0.name
        );
        let packages: Vec<_> = batch.iter().map(|(it, _)| it.package.as_str()).collect();
        let mut errors = run(clients, &packages, arguments.jobs.get())?;
        for (document, key) in batch {
            let errors = errors
                .remove(&package(&document.package))
                .unwrap_or_default();
            let client = store.get_mut(&document.name).and_then(|it| it.client_mut());
            if let Some(client) = client {
                let checked = Checked { key: *key, errors };
                client.checks.insert(NAME.to_owned(), checked);
            }
        }
        store.save()?;
        done += batch.len();
    }
    if arguments.has_prism() {
        judge::all(documents, clients, store)?;
    }
    store.save()
}

/// Removes the results of an earlier program.
fn forget(store: &mut Store, document: &Document) {
    let client = store.get_mut(&document.name).and_then(|it| it.client_mut());
    if let Some(client) = client {
        client.exercised = None;
        client.checks.remove(NAME);
        client.checks.remove(PRISM);
    }
}

/// The name of the crate of the program of a client.
fn package(client: &str) -> String {
    format!("{client}-exercise")
}

/// The program of a document that has operations and no errors.
fn program(document: &Document, arguments: &Arguments) -> Option<Program> {
    let input = Input::read(document, 0, arguments.skip_flawed);
    let text = input.text.ok()?;
    let mut sink = Sink::default();
    let stages = Stages::run(&text, &input.options, &mut sink)?;
    if sink.has_errors() {
        return None;
    }
    let program = program::write(&stages, &[("", &Source::parse(&text)?)]);
    (program.calls > 0).then_some(program)
}

fn write_support(clients: &Clients) -> Result<()> {
    let folder = workspace::root().join("tests/conformance");
    let texts = ["support.rs", "exercise.rs"].map(|file| {
        let path = folder.join(file);
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    });
    let [values, comparison] = texts;
    // Both begin with documentation of the crate.
    let comparison = comparison?.replace("//!", "//");
    let manifest = manifest(
        SUPPORT,
        &format!("base64 = \"0.22\"\nbytes = \"1\"\nserde = \"1\"\n{DEPENDENCIES}"),
    );
    let directory = clients.root.join(SUPPORT);
    fs::create_dir_all(directory.join("src"))?;
    put(&directory.join("Cargo.toml"), manifest.as_bytes())?;
    put(
        &directory.join("src/lib.rs"),
        format!("{}\n{comparison}", values?).as_bytes(),
    )
}

/// Writes a program of a client.
fn write(clients: &Clients, name: &str, client: &str, program: &Program) -> Result<()> {
    let directory = clients.root.join(name);
    let features = program.features.iter().map(String::as_str);
    let features: Vec<_> = std::iter::once("test-util").chain(features).collect();
    let dependencies = format!(
        "bytes = \"1\"\n{DEPENDENCIES}tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n\
         {SUPPORT} = {{ path = \"../{SUPPORT}\" }}\n\
         {client} = {{ path = \"../{client}\", features = {features:?} }}\n\n\
         [lints.rust]\ndeprecated = \"allow\"\n"
    );
    fs::create_dir_all(directory.join("src"))?;
    put(
        &directory.join("Cargo.toml"),
        manifest(name, &dependencies).as_bytes(),
    )?;
    put(&directory.join("src/main.rs"), program.text.as_bytes())
}

fn manifest(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n{dependencies}"
    )
}

/// Builds and runs the programs of clients. Returns the errors by package.
fn run(clients: &Clients, batch: &[&str], jobs: usize) -> Result<Errors> {
    let mut errors = build(clients, batch, jobs)?;
    let mut all = Errors::new();
    for client in batch {
        let package = package(client);
        let own = match errors.remove(&package) {
            Some(errors) => errors,
            None => outcome(clients, &package, None)?,
        };
        all.insert(package, own);
    }
    Ok(all)
}

/// Builds the programs of clients. Returns the errors by package.
fn build(clients: &Clients, batch: &[&str], jobs: usize) -> Result<Errors> {
    let names: Vec<_> = batch.iter().map(|it| package(it)).collect();
    let packages: Vec<_> = names.iter().map(String::as_str).collect();
    let build = ["build", "--keep-going", "--message-format=json"];
    let mut errors = cargo::run(NAME, &build, &packages, clients, jobs)?;
    // The error of a client is that of its program.
    for client in batch {
        if let Some(own) = errors.remove(*client) {
            errors.insert(package(client), own);
        }
    }
    Ok(errors)
}

/// The errors that a program prints, which calls a server at `base` if there is one.
fn outcome(clients: &Clients, package: &str, base: Option<&str>) -> Result<Vec<String>> {
    let calls = calls(clients, package, base)?.into_iter();
    Ok(calls
        .filter_map(|(id, call)| Some(format!("{id}: {}", call.error?)))
        .collect())
}

/// The result of a call.
#[derive(Debug, PartialEq, Eq)]
struct Called {
    error: Option<String>,
    /// The request, if it was sent.
    request: Option<String>,
}

/// Runs a program. Returns its calls by id.
fn calls(clients: &Clients, package: &str, base: Option<&str>) -> Result<BTreeMap<String, Called>> {
    let program = clients.build.join("debug").join(package);
    let output = Command::new(&program)
        .args(base)
        .output()
        .with_context(|| format!("cannot run {}", program.display()))?;
    if !output.status.success() {
        bail!(
            "{package} has failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let mut results = BTreeMap::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let (id, error, request) = serde_json::from_str(line)?;
        results.insert(id, Called { error, request });
    }
    Ok(results)
}
