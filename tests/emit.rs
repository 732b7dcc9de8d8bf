//! What the generator writes: the types and operations of one document for each feature.

use std::fmt::Write;
use std::path::PathBuf;
use std::{fs, io};

use codegen::{FileTree, MARKER, Options, generate};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/good")
}

fn fixture(name: &str) -> io::Result<FileTree> {
    let text = fs::read_to_string(folder().join(name))?;
    let generated = generate(&text, &Options::default());
    let findings = || io::Error::other(format!("{:#?}", generated.diagnostics));
    generated.tree.ok_or_else(findings)
}

/// A generated file below its marker.
fn unmarked(content: &str) -> &str {
    content.split_once('\n').map_or(content, |(_, rest)| rest)
}

/// Everything that depends on the document: types and operations, not the runtime.
fn emitted(name: &str) -> io::Result<String> {
    let mut text = String::new();
    for (path, content) in fixture(name)? {
        let own = path.starts_with("src/types/") || path.starts_with("src/api/");
        if own && path != "src/types/mod.rs" {
            // A `String` takes every write.
            let _ = write!(text, "\n// {path}\n{}", unmarked(&content));
        }
    }
    Ok(text)
}

macro_rules! fixtures {
    ($($test:ident = $file:literal,)+) => {
        $(#[test] fn $test() -> io::Result<()> {
            insta::assert_snapshot!($file, emitted($file)?);
            Ok(())
        })+

        const FILES: &[&str] = &[$($file),+];
    };
}

fixtures! {
    access = "access.yaml",
    additional_properties = "additional-properties.yaml",
    all_of_overlaps = "all-of-overlaps.yaml",
    all_of = "all-of.yaml",
    bounds = "bounds.yaml",
    defaults = "defaults.yaml",
    deprecated = "deprecated.yaml",
    descriptions = "descriptions.yaml",
    enums_mixed = "enums-mixed.yaml",
    enums = "enums.yaml",
    formats = "formats.yaml",
    forms = "forms.yaml",
    given_names = "given-names.yaml",
    hostile = "hostile.yaml",
    inline_rules = "inline-rules.yaml",
    lenient = "lenient.yaml",
    media_ranges = "media-ranges.yaml",
    media_types = "media-types.yaml",
    missing_operation_id = "missing-operation-id.yaml",
    names = "names.yaml",
    nullable = "nullable.yaml",
    numbers = "numbers.yaml",
    objects = "objects.yaml",
    one_of_enums = "one-of-enums.yaml",
    outcomes = "outcomes.yaml",
    parameter_styles = "parameter-styles.yaml",
    parameters = "parameters.yaml",
    patterns = "patterns.yaml",
    references = "references.yaml",
    responses = "responses.yaml",
    security = "security.yaml",
    servers = "servers.yaml",
    shared_error = "shared-error.yaml",
    shared_places = "shared-places.yaml",
    tags = "tags.yaml",
    union_aliases = "union-aliases.yaml",
    union_any_of = "union-any-of.yaml",
    union_implicit = "union-implicit.yaml",
    union_inline = "union-inline.yaml",
    union_mapping_only = "union-mapping-only.yaml",
    union_mapping = "union-mapping.yaml",
    union_parent_child = "union-parent-child.yaml",
    union_untagged = "union-untagged.yaml",
    v30_types = "v30-types.yaml",
    v31_objects = "v31-objects.yaml",
    v31_schemas = "v31-schemas.yaml",
    v31_types = "v31-types.yaml",
    versions = "versions.yaml",
    yaml_features = "yaml-features.yaml",
}

#[test]
fn every_fixture_has_a_test() -> io::Result<()> {
    let mut found = fs::read_dir(folder())?
        .map(|entry| Ok(entry?.file_name()))
        .collect::<io::Result<Vec<_>>>()?;
    found.sort();
    assert_eq!(found, FILES);
    Ok(())
}

/// The files around the types and operations, on one small document, as far as they do not depend on the runtime.
#[test]
fn crate_files() -> io::Result<()> {
    let tree = fixture("union-mapping.yaml")?;
    for path in ["Cargo.toml", "README.md", "src/lib.rs", "src/constants.rs"] {
        let text = tree[path].split("# Features\n").next().unwrap_or_default();
        let text = text.split("[features]\n").next().unwrap_or_default();
        insta::assert_snapshot!(format!("crate {path}"), text);
    }
    Ok(())
}

#[test]
fn the_same_document_gives_the_same_bytes() -> io::Result<()> {
    for name in FILES {
        assert_eq!(fixture(name)?, fixture(name)?, "{name}");
    }
    Ok(())
}

#[test]
fn every_file_bears_the_marker_but_licences() -> io::Result<()> {
    for (path, content) in fixture("objects.yaml")? {
        let marked = content.lines().take(1).any(|line| line.contains(MARKER));
        assert_eq!(marked, !path.starts_with("LICENSE"), "{path}");
    }
    Ok(())
}

#[test]
fn the_runtime_is_copied_byte_for_byte() -> io::Result<()> {
    let runtime = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../codegen/runtime");
    let tree = fixture("objects.yaml")?;
    let emitted = ["src/lib.rs", "src/constants.rs"];
    let own = ["src/types/", "src/api/"];
    let copied = |path: &&String| {
        let emitted = emitted.contains(&path.as_str());
        path.starts_with("src/") && !emitted && !own.iter().any(|own| path.starts_with(own))
    };
    for path in tree.keys().filter(copied) {
        let original = fs::read_to_string(runtime.join(path))?;
        assert_eq!(unmarked(&tree[path]), original, "{path}");
    }
    Ok(())
}
