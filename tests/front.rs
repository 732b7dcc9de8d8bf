//! Documents of one feature each, and the IR that they become.

use std::fs;
use std::path::PathBuf;

use codegen::diagnostic::Severity;

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
    access = "access.yaml",
    additional_properties = "additional-properties.yaml",
    all_of = "all-of.yaml",
    bounds = "bounds.yaml",
    defaults = "defaults.yaml",
    deprecated = "deprecated.yaml",
    descriptions = "descriptions.yaml",
    enums = "enums.yaml",
    formats = "formats.yaml",
    media_types = "media-types.yaml",
    missing_operation_id = "missing-operation-id.yaml",
    nullable = "nullable.yaml",
    objects = "objects.yaml",
    one_of_enums = "one-of-enums.yaml",
    parameters = "parameters.yaml",
    patterns = "patterns.yaml",
    references = "references.yaml",
    responses = "responses.yaml",
    security = "security.yaml",
    servers = "servers.yaml",
    tags = "tags.yaml",
    union_implicit = "union-implicit.yaml",
    union_inline = "union-inline.yaml",
    union_mapping_only = "union-mapping-only.yaml",
    union_mapping = "union-mapping.yaml",
    union_parent_child = "union-parent-child.yaml",
    yaml_features = "yaml-features.yaml",
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

/// Documents by other people, where a checkout has them beside it.
fn corpus(folder: &str) -> Vec<PathBuf> {
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|above| above.join("shared/corpus").join(folder))
        .find(|path| path.is_dir());
    let Some(beside) = beside else {
        println!("skipped: there is no shared/corpus/{folder} beside the workspace");
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = fs::read_dir(beside)
        .expect("the folder is readable")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending != "tsv" && ending != "md")
        })
        .collect();
    files.sort();
    files
}

/// How many errors and warnings each document of a folder has; that there is an answer is the test.
fn survey(folder: &str) -> Vec<(String, usize, usize)> {
    let mut table = Vec::new();
    for path in corpus(folder) {
        let text = fs::read_to_string(&path).expect("the document is text");
        let start = std::time::Instant::now();
        let (api, findings) = front(&text);
        let errors = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error);
        let (errors, all) = (errors.count(), findings.len());
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let first = findings.iter().min_by_key(|finding| finding.severity);
        let types = api.map_or(0, |api| api.types.len());
        println!(
            "{name}: {errors} errors, {} warnings, {types} types, {:?} | {}",
            all - errors,
            start.elapsed(),
            first.map_or("", |finding| finding.message.as_str()),
        );
        table.push((name, errors, all - errors));
    }
    table
}

#[test]
fn corpus_of_valid_documents_gets_an_answer() {
    survey("v30");
}

#[test]
fn corpus_of_broken_documents_gets_an_answer() {
    survey("negative");
}
