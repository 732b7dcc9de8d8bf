//! What clients of the fixtures do: against a server, as `behaviour/` says, and with some of their operations left out.
//!
//! That they compile without a warning is what `xtask/tests/compile.rs` is about.

use std::path::Path;
use std::{fs, io};

use workspace_tests::deep;
use workspace_tests::documents::{self, Document};
use workspace_tests::workspace::{Workspace, write};

/// The clients of the fixtures that a test picks, in a workspace of that name.
fn clients(folder: &str, is_picked: impl Fn(&str) -> bool) -> io::Result<(Workspace, Vec<String>)> {
    let mut workspace = Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")), folder);
    let mut names = Vec::new();
    for Document { file, text } in documents::fixtures("good")? {
        let name = Path::new(&file).file_stem().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        if is_picked(&name) {
            workspace.add(&name, &text)?;
            names.push(name);
        }
    }
    workspace.finish()?;
    Ok((workspace, names))
}

/// A client of the fixture `x` has `behaviour/x.rs` as a test, which may use what the tests of this package share.
#[test]
fn clients_do_what_their_tests_say() -> io::Result<()> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let test = |name: &str| package.join(format!("behaviour/{name}.rs"));
    let (workspace, names) = clients("behaviour", |name| test(name).exists())?;
    assert_eq!(
        names.len(),
        fs::read_dir(package.join("behaviour"))?.count(),
        "a test without a fixture"
    );
    for name in &names {
        let member = workspace.member(name);
        write(
            &member.join("tests/behaviour.rs"),
            &fs::read_to_string(test(name))?,
        )?;
        let section = "[dev-dependencies]\n";
        let shared = format!(
            "{section}workspace-tests = {{ path = {package:?}, default-features = false }}\n"
        );
        let manifest = member.join("Cargo.toml");
        let extended = fs::read_to_string(&manifest)?.replace(section, &shared);
        write(&manifest, &extended)?;
    }
    workspace.cargo(
        env!("CARGO"),
        &[
            "test",
            "--workspace",
            "--test=behaviour",
            "--no-fail-fast",
            "--features=test-util",
        ],
    )
}

/// Each group of operations alone, and none of them: no part of a client needs what is left out, and nothing is left
/// that nobody uses.
#[test]
fn every_group_of_operations_compiles_alone() -> io::Result<()> {
    let (workspace, names) = clients("groups", |name| ["tags", "outcomes"].contains(&name))?;
    for name in &names {
        let manifest = fs::read_to_string(workspace.member(name).join("Cargo.toml"))?;
        let groups = groups(&manifest);
        for group in std::iter::once("test-util").chain(groups) {
            workspace.cargo(
                env!("CARGO"),
                &[
                    "check",
                    &format!("--package=fixture-{name}"),
                    "--all-targets",
                    "--no-default-features",
                    &format!("--features=test-util,{group}"),
                ],
            )?;
        }
    }
    Ok(())
}

/// Types that nest more deeply than rustc looks still go from task to task, in the client and in what uses it.
#[test]
fn types_that_nest_deeply_go_between_tasks() -> io::Result<()> {
    let mut workspace = Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")), "deep");
    let member = workspace.add("deep", &deep::document())?;
    write(
        &member.join("tests/program.rs"),
        include_str!("deep/program.rs"),
    )?;
    workspace.finish()?;
    workspace.cargo(env!("CARGO"), &["check", "--tests"])
}

/// The features of groups: those that stand for nothing else.
fn groups(manifest: &str) -> Vec<&str> {
    let features = manifest.lines().skip_while(|line| *line != "[features]");
    let features = features.take_while(|line| *line != "[dependencies]");
    features
        .filter_map(|line| line.strip_suffix(" = []"))
        .filter(|name| *name != "test-util")
        .collect()
}
