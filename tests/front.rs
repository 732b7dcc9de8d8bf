//! Documents of one feature each, and the IR that they become.

use std::fs;
use std::path::PathBuf;

use workspace_tests::front::{front, report};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/good")
}

/// The IR of a fixture, and below it what there is to say about the document.
fn lowered(name: &str) -> String {
    let text = fs::read_to_string(folder().join(name)).expect("the fixture exists");
    let (api, diagnostics) = front(&text);
    let api = api.expect("a good document loads");
    format!("{api}\n{}", report(&text, &diagnostics))
        .trim_end()
        .to_owned()
}

macro_rules! fixtures {
    ($($test:ident = $file:literal,)+) => {
        $(#[test] fn $test() { insta::assert_snapshot!($file, lowered($file)); })+

        const FILES: &[&str] = &[$($file),+];
    };
}

fixtures! {
    union_mapping = "union-mapping.yaml",
}

#[test]
fn every_fixture_has_a_test() {
    let mut files: Vec<String> = fs::read_dir(folder())
        .expect("the folder exists")
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .into_string()
                .expect("a plain name")
        })
        .collect();
    files.sort();
    let mut named = FILES.to_vec();
    named.sort_unstable();
    assert_eq!(files, named);
}
