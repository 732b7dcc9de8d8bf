//! What the generator writes is Rust that its users would have written: it compiles, it has no warning of rustc, of
//! clippy's pedantic group or of rustdoc, and its examples compile.

use std::io;
use std::process::Command;

/// The documents of this repository that a client can be made from.
const DOCUMENTS: [&str; 2] = ["../tests/fixtures/good", "../spec"];

/// Those whose documentation is compiled as well: the one that users have, and those whose names and texts are hard to
/// write. `cargo xtask ci --nightly` compiles that of all.
const DOCUMENTED: [&str; 7] = [
    "../spec",
    "../tests/fixtures/good/deprecated.yaml",
    "../tests/fixtures/good/descriptions.yaml",
    "../tests/fixtures/good/hostile.yaml",
    "../tests/fixtures/good/media-ranges.yaml",
    "../tests/fixtures/good/taken-names.yaml",
    "../tests/fixtures/good/union-untagged.yaml",
];

fn pass(checks: &str, documents: &[&str]) -> io::Result<()> {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["corpus", "--also", checks])
        .args(documents)
        .output()?;
    let table = String::from_utf8_lossy(&output.stdout);
    let progress = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{table}{progress}");
    assert!(!table.contains("refused"), "{table}");
    Ok(())
}

// One after the other, since two runs would wait for each other.
#[test]
fn clients_have_no_warnings_and_neither_has_their_documentation() -> io::Result<()> {
    pass("clippy", &DOCUMENTS)?;
    pass("rustdoc,doctests", &DOCUMENTED)
}
