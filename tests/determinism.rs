//! The client of a document is byte-for-byte the same in every process and place.

use std::path::Path;
use std::process::{Command, Output};
use std::{env, io};

use codegen::{Options, generate};
use workspace_tests::documents;

#[test]
fn two_runs_in_one_process_are_identical() {
    for document in documents::good().expect("there are documents") {
        let client = || generate(&document.text, &Options::default()).tree;
        let one = client().expect("a good document has a client");
        let other = client().expect("the same document has one again");
        // Compared in order, because the order of files must be the same too.
        assert!(one.iter().eq(&other), "two clients of {}", document.file);
    }
}

#[test]
fn findings_have_a_stable_order() {
    for document in documents::fixtures("bad").expect("there are documents") {
        let findings = || generate(&document.text, &Options::default()).diagnostics;
        assert_eq!(findings(), findings(), "{}", document.file);
    }
}

/// Each process has its own hash seed, which reveals orders that depend on it.
#[test]
fn two_processes_in_different_places_agree() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let one = print(here, [("LANG", "C"), ("TZ", "UTC"), ("HOME", "/")]);
    let elsewhere = env::temp_dir();
    let other = print(
        &elsewhere,
        [
            ("LANG", "tr_TR.UTF-8"),
            ("TZ", "Asia/Tokyo"),
            ("HOME", "/nowhere"),
        ],
    );
    let [one, other] = [one, other].map(|output| output.expect("the program starts"));
    assert!(one.status.success() && !one.stdout.is_empty(), "{one:?}");
    assert!(one.stdout == other.stdout, "two processes differ");
}

/// Prints the curated client from a process that starts in `folder` with only these variables.
fn print(folder: &Path, variables: [(&str, &str); 3]) -> io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_print_client"))
        .arg(documents::curated())
        .current_dir(folder)
        .env_clear()
        .envs(variables)
        .output()
}
