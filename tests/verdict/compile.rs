//! Ground truth: a program that uses every item of the old client is checked against the new one.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use codegen::verdict::{Axis, Change, Verdict};
use serde_json::Value;
use workspace_tests::workspace::{Workspace, write};

use super::mutation::{self, Mutation};
use super::{Bases, changes, consumer};

/// Mutations that are judged more strictly than the program shows, and why.
const STRICTER: [(&str, &str); 5] = [
    (
        "a command line removed",
        "only a manifest names the feature, or a script the program",
    ),
    (
        "a maximum that is exclusive",
        "a constant above the new maximum does not compile; that of the program is below",
    ),
    (
        "a second media type of a request",
        "the type converts into the enum; code that calls `into` itself does not compile",
    ),
    (
        "the media type of a request",
        "only tests read the body of a request as a type",
    ),
    (
        "an operation with an inline type that others have",
        "the name needs another feature, and the program has the default features",
    ),
];

/// Whether a change may break code at compile time.
fn breaks(change: &Change) -> bool {
    let mut effects = change.effects.iter();
    effects.any(|it| {
        let is_source = it.axis == Axis::Source || it.reason.contains("`const`");
        it.verdict == Verdict::Major && is_source
    })
}

/// Whether the settings of the mutation name the crate, which the workspace does as well.
fn names_crate(mutation: &Mutation, changes: &[Change]) -> bool {
    let is_named = mutation.new_settings.contains("[crate]");
    is_named || changes.iter().any(|it| it.item == "crate")
}

#[test]
fn code_for_the_old_client_compiles_unless_the_verdict_is_major() -> io::Result<()> {
    let folder = if mutation::is_all() {
        "verdict-all"
    } else {
        "verdict"
    };
    let mut workspace = Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")), folder);
    workspace.skip_clippy();
    let mut bases = Bases::default();
    let mut pairs = Vec::new();
    for (member, mutation) in mutation::compiled()? {
        let changes = changes(&mut bases, &mutation)?;
        if names_crate(&mutation, &changes) {
            continue;
        }
        let client = workspace.add(&member, mutation.after(), &mutation.new_settings)?;
        let program = consumer::of(bases.get(&mutation)?, &format!("fixture_{member}"));
        write(&client.join("examples/consumer.rs"), &program)?;
        pairs.push((member, mutation, changes));
    }
    workspace.finish(&[])?;
    let messages = workspace.check_examples(env!("CARGO"), "consumer")?;
    let (broken, built) = outcomes(&messages);
    let mut wrong = Vec::new();
    let mut stricter = BTreeSet::new();
    for (member, mutation, changes) in &pairs {
        let is_broken = broken.contains(member);
        assert!(
            is_broken || built.contains(member),
            "{member} is not checked"
        );
        match (is_broken, changes.iter().any(breaks)) {
            (true, false) => wrong.push(format!("{member}: {} does not compile", mutation.name)),
            (false, true) => {
                stricter.insert(mutation.name.as_str());
            }
            _ => {}
        }
    }
    println!(
        "{} pairs, {} break, stricter: {stricter:?}",
        pairs.len(),
        broken.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let explained: BTreeSet<_> = STRICTER.iter().map(|(name, _)| *name).collect();
    assert!(stricter.is_subset(&explained), "{stricter:?}");
    assert!(20 * stricter.len() <= pairs.len().max(20));
    Ok(())
}

/// The members whose program has errors, and those whose program is built.
fn outcomes(messages: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut broken, mut built) = (BTreeSet::new(), BTreeSet::new());
    let messages = messages
        .lines()
        .filter_map(|it| serde_json::from_str::<Value>(it).ok());
    for message in messages {
        let target = message["target"]["name"].as_str().unwrap_or_default();
        let package = message["package_id"].as_str().unwrap_or_default();
        let name = package.rsplit("fixture-").next().unwrap_or_default();
        let member = name.split(['#', '@']).next().unwrap_or_default().to_owned();
        let is_error = message["message"]["level"] == "error";
        match message["reason"].as_str() {
            Some("compiler-message") if is_error => {
                assert_eq!(target, "consumer", "{}", message["message"]["rendered"]);
                broken.insert(member);
            }
            Some("compiler-artifact") if target == "consumer" => {
                built.insert(member);
            }
            _ => {}
        }
    }
    (broken, built)
}
