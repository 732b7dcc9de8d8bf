//! The documents of one feature each, `tests/fixtures/good/`.

use std::path::PathBuf;
use std::{fs, io};

use codegen::Options;

/// The folder of the documents.
#[must_use]
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/good")
}

/// The file with the settings of all documents.
const SETTINGS: &str = "codegen.toml";

/// The settings of the document in the file of this name: those of all documents, and its own.
///
/// # Errors
///
/// If they cannot be read.
pub fn options(name: &str) -> io::Result<Options> {
    let text = fs::read_to_string(folder().join(SETTINGS))?;
    let text = [text, own_settings(name)].join("\n");
    Options::parse(&text).map_err(|finding| io::Error::other(finding.message))
}

/// The settings that only the document of this name has, with or without its extension: those of the file beside it.
#[must_use]
pub fn own_settings(name: &str) -> String {
    let file = folder().join(name).with_extension("toml");
    fs::read_to_string(file).unwrap_or_default()
}

/// The text of the document in the file of this name.
///
/// # Errors
///
/// If the file cannot be read.
pub fn read(name: &str) -> io::Result<String> {
    fs::read_to_string(folder().join(name))
}

/// Declares a test for each document that compares the result of a function, which takes the file name, with a snapshot.
///
/// Also declares `FILES`, the names of all documents, and a test that every document is included.
#[macro_export]
macro_rules! fixture_snapshots {
    ($text:ident) => {
        $crate::fixture_snapshots! { $text;
            access = "access.yaml",
            additional_properties = "additional-properties.yaml",
            all_of_overlaps = "all-of-overlaps.yaml",
            all_of = "all-of.yaml",
            arguments = "arguments.yaml",
            bounds = "bounds.yaml",
            calls = "calls.yaml",
            constants = "constants.yaml",
            defaults = "defaults.yaml",
            deprecated = "deprecated.yaml",
            descriptions = "descriptions.yaml",
            enums_mixed = "enums-mixed.yaml",
            enums = "enums.yaml",
            escapes = "escapes.yaml",
            flawed = "flawed.yaml",
            formats = "formats.yaml",
            forms = "forms.yaml",
            given_names = "given-names.yaml",
            hostile = "hostile.yaml",
            inline_rules = "inline-rules.yaml",
            lenient = "lenient.yaml",
            long_running = "long-running.yaml",
            media_ranges = "media-ranges.yaml",
            media_types = "media-types.yaml",
            missing_operation_id = "missing-operation-id.yaml",
            names = "names.yaml",
            nullable = "nullable.yaml",
            numbers = "numbers.yaml",
            objects = "objects.yaml",
            one_of_enums = "one-of-enums.yaml",
            outcomes = "outcomes.yaml",
            paging = "paging.yaml",
            parameter_styles = "parameter-styles.yaml",
            parameters = "parameters.yaml",
            patterns = "patterns.yaml",
            private_endpoints = "private-endpoints.yaml",
            redirects = "redirects.yaml",
            references = "references.yaml",
            responses = "responses.yaml",
            rich_types = "rich-types.yaml",
            secrets = "secrets.yaml",
            security = "security.yaml",
            servers = "servers.yaml",
            shared_error = "shared-error.yaml",
            shared_places = "shared-places.yaml",
            streams = "streams.yaml",
            tags = "tags.yaml",
            taken_names = "taken-names.yaml",
            union_aliases = "union-aliases.yaml",
            union_alternatives = "union-alternatives.yaml",
            union_any_of = "union-any-of.yaml",
            union_implicit = "union-implicit.yaml",
            union_inline = "union-inline.yaml",
            union_mapping_only = "union-mapping-only.yaml",
            union_mapping = "union-mapping.yaml",
            union_nested = "union-nested.yaml",
            union_parent_child = "union-parent-child.yaml",
            union_untagged = "union-untagged.yaml",
            v30_types = "v30-types.yaml",
            v31_objects = "v31-objects.yaml",
            v31_schemas = "v31-schemas.yaml",
            v31_types = "v31-types.yaml",
            versions = "versions.yaml",
            webhooks_only = "webhooks-only.yaml",
            webhooks = "webhooks.yaml",
            xml = "xml.yaml",
            yaml_features = "yaml-features.yaml",
        }
    };
    ($text:ident; $($test:ident = $file:literal,)+) => {
        const FILES: &[&str] = &[$($file),+];

        $(#[test]
        fn $test() -> std::io::Result<()> {
            insta::assert_snapshot!($file, $text($file)?);
            Ok(())
        })+

        #[test]
        fn every_fixture_has_a_test() -> std::io::Result<()> {
            let entries = std::fs::read_dir($crate::fixtures::folder())?;
            let names = entries.map(|entry| Ok(entry?.file_name()));
            let mut names = names.collect::<std::io::Result<Vec<_>>>()?;
            names.retain(|name| !name.to_string_lossy().ends_with(".toml"));
            names.sort();
            assert_eq!(names, FILES);
            Ok(())
        }
    };
}
