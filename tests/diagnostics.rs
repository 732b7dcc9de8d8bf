//! Documents with one defect each, and what is said about them.

use std::fs;
use std::path::PathBuf;

use workspace_tests::front::{front, report};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/bad")
}
