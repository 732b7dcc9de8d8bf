//! `cargo xtask conformance`: runs the scenarios of the mock server Spector against generated clients.
//!
//! Installs the suite below `target/conformance/`, compiles its specs to OpenAPI 3.0 and 3.1, generates a client of each
//! document, writes a program with a function for each scenario, and runs it against the server of the suite, which checks
//! every request. The functions use the public API of the clients, and compare responses as values.

mod build;
mod client;
mod patterns;
mod program;
mod python;
mod run;
mod scenario;
mod suite;
mod table;
mod uri_template;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Result;
use clap::Args;

use self::build::Modules;
use self::client::Client;
use self::program::{Module, Planned};
use self::scenario::Scenario;
use self::suite::{OpenApi, Suite};
use self::table::{Table, Verdict};
use crate::{Outcome, workspace};

/// The arguments of `conformance`.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Run only the scenarios of directories that begin with this text.
    #[arg(long, default_value = "")]
    only: String,
    /// Print the table as Markdown.
    #[arg(long)]
    markdown: bool,
}

/// Runs the scenarios and prints a table by directory.
///
/// # Errors
///
/// If the documents cannot be compiled, or the program cannot be built or run.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let output = workspace::target().join("conformance");
    fs::create_dir_all(&output)?;
    let patterns = patterns::run(&output)?;
    if patterns.is_none() {
        println!("conformance: patterns are skipped, since pip cannot download their suite");
    }
    let templates = uri_template::run(&output)?;
    if templates.is_none() {
        println!("conformance: URI templates are skipped, since pip cannot download their suite");
    }
    let known = known_misses()?;
    let mut misses = patterns.unwrap_or_default();
    misses.extend(templates.unwrap_or_default());
    misses.retain(|miss| !known.contains_key(miss));
    for miss in &misses {
        println!("conformance: a new miss: {miss}");
    }
    let has_changed = scenarios(arguments, &output, known)?;
    Ok(if misses.is_empty() && !has_changed {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

/// The names of the misses that are known, with the reasons.
fn known_misses() -> Result<BTreeMap<String, String>> {
    let file = workspace::root().join("tests/conformance/misses.json");
    Ok(serde_json::from_slice(&fs::read(file)?)?)
}

/// Runs the scenarios. Returns whether others fail than those that are known to.
fn scenarios(
    arguments: &Arguments,
    output: &Path,
    mut known: BTreeMap<String, String>,
) -> Result<bool> {
    let Some(suite) = Suite::install(output)? else {
        println!("conformance: scenarios are skipped, since npm cannot install their suite");
        return Ok(false);
    };
    let is_wanted = |directory: &str| directory.starts_with(&arguments.only);
    let mut documents = suite.documents()?;
    documents.retain(|document| is_wanted(&document.directory));
    let mut scenarios = suite.scenarios()?;
    scenarios.retain(|scenario| is_wanted(&scenario.directory));
    let table = measure(&suite, documents, &scenarios, output)?;
    let mut text = String::new();
    table.print(&mut text, arguments.markdown)?;
    print!("{text}");
    known.retain(|name, _| scenarios.iter().any(|it| it.name == *name));
    let missed = table.missed();
    for name in known.keys().filter(|name| !missed.contains(name.as_str())) {
        println!("\n{name} passes; remove it from tests/conformance/misses.json");
    }
    let known: BTreeSet<_> = known.keys().map(String::as_str).collect();
    Ok(known != missed)
}

fn measure(
    suite: &Suite,
    documents: Vec<suite::Document>,
    scenarios: &[Scenario],
    output: &Path,
) -> Result<Table> {
    let root = output.join("workspace");
    println!("conformance: generating {} clients", documents.len());
    let clients = client::generate(documents, &root)?;
    let assigned = assign(&clients, scenarios);
    let mut table = Table::default();
    for (scenario, openapi, assigned) in &assigned {
        let verdict = match assigned {
            Assigned::To(_) => continue,
            Assigned::Refused(codes) => Verdict::Refused(codes.clone()),
            Assigned::Nothing => Verdict::NotApplicable,
        };
        table.put(&scenario.directory, &scenario.name, *openapi, verdict);
    }
    let mut modules = modules(&clients, &assigned);
    println!("conformance: compiling {} clients", modules.len());
    let program = build::build(&root, &mut modules)?;
    let mut verdicts = BTreeMap::new();
    for (package, module) in &modules {
        for (name, reason) in &module.inexpressible {
            let verdict = Verdict::Inexpressible(reason.clone());
            verdicts.insert((package.clone(), name.clone()), verdict);
        }
    }
    println!("conformance: running the scenarios");
    for (package, name, error) in run::run(suite, &program, output)? {
        let verdict = error.map_or(Verdict::Passed, Verdict::Failed);
        verdicts.insert((package, name), verdict);
    }
    for (scenario, openapi, assigned) in &assigned {
        if let Assigned::To(package) = assigned
            && let Some(verdict) = verdicts.get(&((*package).to_owned(), scenario.name.clone()))
        {
            table.put(
                &scenario.directory,
                &scenario.name,
                *openapi,
                verdict.clone(),
            );
        }
    }
    Ok(table)
}

/// The client that a scenario is run with.
enum Assigned<'c> {
    /// The package.
    To(&'c str),
    /// The documents are refused.
    Refused(String),
    /// There is no document.
    Nothing,
}

/// Assigns each scenario to a client, for both versions of OpenAPI.
fn assign<'c>(
    clients: &'c [Client],
    scenarios: &'c [Scenario],
) -> Vec<(&'c Scenario, OpenApi, Assigned<'c>)> {
    let versions = [OpenApi::V30, OpenApi::V31];
    let all = scenarios
        .iter()
        .flat_map(|scenario| versions.map(|openapi| (scenario, openapi)));
    all.map(|(scenario, openapi)| (scenario, openapi, choose(clients, scenario, openapi)))
        .collect()
}

/// The client of the API version that the requests name, or that of the latest one with these operations.
fn choose<'c>(clients: &'c [Client], scenario: &Scenario, openapi: OpenApi) -> Assigned<'c> {
    let candidates = clients
        .iter()
        .filter(|it| it.document.directory == scenario.directory && it.document.openapi == openapi);
    let mut chosen = None;
    let mut refused = None;
    for client in candidates {
        let stages = match &client.result {
            Ok(stages) => stages,
            Err(codes) => {
                refused = Some(codes.join(", "));
                continue;
            }
        };
        if Planned::new(stages).has(scenario) {
            let rank = (
                names_version(scenario, &client.document.version),
                &client.document.version,
            );
            if chosen.as_ref().is_none_or(|(best, _)| rank >= *best) {
                chosen = Some((rank, client.package.as_str()));
            }
        }
    }
    match (chosen, refused) {
        (Some((_, package)), _) => Assigned::To(package),
        (None, Some(codes)) => Assigned::Refused(codes),
        (None, None) => Assigned::Nothing,
    }
}

/// Whether a request names the version of the API.
fn names_version(scenario: &Scenario, version: &str) -> bool {
    !version.is_empty()
        && scenario.steps.iter().any(|step| {
            let mut query = step.query.values();
            let names = |text: &str| text.split(['/', ':']).any(|it| it == version);
            names(&step.uri)
                || query.any(|it| matches!(it, scenario::Texts::One(text) if text == version))
        })
}

fn modules(clients: &[Client], assigned: &[(&Scenario, OpenApi, Assigned<'_>)]) -> Modules {
    let mut modules = Modules::new();
    for client in clients {
        let Ok(stages) = &client.result else {
            continue;
        };
        let own = assigned.iter().filter(|(_, openapi, assigned)| {
            *openapi == client.document.openapi
                && matches!(assigned, Assigned::To(package) if *package == client.package)
        });
        let scenarios: Vec<_> = own.map(|(scenario, ..)| *scenario).collect();
        if !scenarios.is_empty() && !modules.contains_key(&client.package) {
            let module: Module = Planned::new(stages).module(scenarios.into_iter());
            modules.insert(client.package.clone(), module);
        }
    }
    modules
}
