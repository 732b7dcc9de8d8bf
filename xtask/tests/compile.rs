//! What the generator writes is Rust that its users would have written: it compiles, it has no warning of rustc, of
//! clippy's pedantic group or of rustdoc, and its examples compile.

use std::process::Command;

/// The documents of this repository that a client can be made from.
const DOCUMENTS: [&str; 2] = ["../tests/fixtures/good", "../spec"];

#[test]
fn clients_of_all_documents_have_no_warnings() {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("corpus")
        .args(["--also", "clippy,rustdoc,doctests"])
        .args(DOCUMENTS)
        .output()
        .unwrap();
    let table = String::from_utf8_lossy(&output.stdout);
    let progress = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{table}{progress}");
    assert!(!table.contains("refused"), "{table}");
}
