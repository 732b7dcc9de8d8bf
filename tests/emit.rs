//! What the generator writes: the types and operations of one document for each feature.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use codegen::{FileTree, Generated, MARKER, Options, generate};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/good")
}

fn tree(text: &str) -> FileTree {
    let generated: Generated = generate(text, &Options::default());
    let diagnostics = format!("{:#?}", generated.diagnostics);
    generated.tree.expect(&diagnostics)
}

fn fixture(name: &str) -> FileTree {
    tree(&fs::read_to_string(folder().join(name)).expect("the fixture exists"))
}

/// Everything that depends on the document: types and operations, not the runtime.
fn emitted(name: &str) -> String {
    let mut text = String::new();
    for (path, content) in fixture(name) {
        let own = path.starts_with("src/types/") || path.starts_with("src/api/");
        if own && path != "src/types/mod.rs" {
            let (_, content) = content.split_once('\n').expect("a marker");
            // A `String` takes every write.
            let _ = write!(text, "\n// {path}\n{content}");
        }
    }
    text
}

macro_rules! fixtures {
    ($($test:ident = $file:literal,)+) => {
        $(#[test] fn $test() { insta::assert_snapshot!($file, emitted($file)); })+

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
    let mut found: Vec<_> = fs::read_dir(folder())
        .expect("the folder exists")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    found.sort();
    assert_eq!(found, FILES.iter().copied().collect::<Vec<_>>());
}

/// The files around the types and operations, on one small document.
#[test]
fn crate_files() {
    let tree = fixture("union-mapping.yaml");
    for path in ["Cargo.toml", "README.md", "src/lib.rs", "src/constants.rs"] {
        let name = format!("crate {path}");
        insta::assert_snapshot!(name, tree[path]);
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for name in FILES {
        assert_eq!(fixture(name), fixture(name), "{name}");
    }
}

#[test]
fn every_file_bears_the_marker_but_licences() {
    for (path, content) in fixture("objects.yaml") {
        let first = content.lines().next().unwrap_or_default();
        assert_eq!(
            first.contains(MARKER),
            !path.starts_with("LICENSE"),
            "{path}"
        );
    }
}

#[test]
fn the_runtime_is_copied_whole_and_byte_for_byte() {
    let runtime = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../codegen/runtime/src");
    let tree = fixture("objects.yaml");
    for folder in ["", "wire/"] {
        for entry in fs::read_dir(runtime.join(folder)).expect("the runtime exists") {
            let entry = entry.expect("an entry");
            let path = format!("src/{folder}{}", entry.file_name().to_string_lossy());
            let emitted = ["src/lib.rs", "src/constants.rs"].contains(&path.as_str());
            if emitted || entry.path().is_dir() {
                continue;
            }
            let (_, copy) = tree[&path].split_once('\n').expect("a marker");
            let original = fs::read_to_string(entry.path()).expect("a text file");
            assert_eq!(copy, original, "{path}");
        }
    }
}
