//! Documents with one defect each, and their findings.

use std::path::PathBuf;
use std::{fs, io};

use codegen::{Options, generate};
use workspace_tests::front::report;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/bad")
}

/// The findings of a fixture.
fn findings(name: &str) -> io::Result<String> {
    let text = fs::read_to_string(folder().join(name))?;
    let diagnostics = generate(&text, &Options::default()).diagnostics;
    assert!(!diagnostics.is_empty(), "a bad document gets a finding");
    Ok(report(&text, &diagnostics).trim_end().to_owned())
}

macro_rules! fixtures {
    ($($test:ident = $file:literal,)+) => {
        /// The files that have a test.
        const FILES: &[&str] = &[$($file),+];

        $(#[test] fn $test() -> io::Result<()> {
            insta::assert_snapshot!($file, findings($file)?);
            Ok(())
        })+
    };
}

fixtures! {
    all_of_conflict_yaml = "all-of-conflict.yaml",
    ambiguous_unions_yaml = "ambiguous-unions.yaml",
    dangling_ref_yaml = "dangling-ref.yaml",
    defaults_yaml = "defaults.yaml",
    discriminator_yaml = "discriminator.yaml",
    byte_order_mark_yaml = "byte-order-mark.yaml",
    duplicate_key_json = "duplicate-key.json",
    duplicate_key_yaml = "duplicate-key.yaml",
    duplicate_operation_id_yaml = "duplicate-operation-id.yaml",
    duplicate_parameter_yaml = "duplicate-parameter.yaml",
    empty_yaml = "empty.yaml",
    enum_collision_yaml = "enum-collision.yaml",
    everything_at_once_yaml = "everything-at-once.yaml",
    examples_yaml = "examples.yaml",
    external_objects_yaml = "external-objects.yaml",
    external_ref_yaml = "external-ref.yaml",
    given_names_yaml = "given-names.yaml",
    harmless_yaml = "harmless.yaml",
    keywords_yaml = "keywords.yaml",
    long_running_yaml = "long-running.yaml",
    media_types_yaml = "media-types.yaml",
    missing_operation_id_yaml = "missing-operation-id.yaml",
    names_collide_yaml = "names-collide.yaml",
    nested_parameters_yaml = "nested-parameters.yaml",
    not_an_object_yaml = "not-an-object.yaml",
    pagination_yaml = "pagination.yaml",
    path_parameters_yaml = "path-parameters.yaml",
    patterns_yaml = "patterns.yaml",
    ref_cycle_yaml = "ref-cycle.yaml",
    schemas_yaml = "schemas.yaml",
    security_yaml = "security.yaml",
    structure_yaml = "structure.yaml",
    syntax_json = "syntax.json",
    syntax_yaml = "syntax.yaml",
    tagged_yaml = "tagged.yaml",
    tags_collide_yaml = "tags-collide.yaml",
    unquoted_yaml = "unquoted.yaml",
    unsound_yaml = "unsound.yaml",
    v31_keywords_yaml = "v31-keywords.yaml",
    v31_objects_yaml = "v31-objects.yaml",
    version_2_0_yaml = "version-2.0.yaml",
    version_3_3_yaml = "version-3.3.yaml",
    version_missing_yaml = "version-missing.yaml",
    version_number_yaml = "version-number.yaml",
}

#[test]
fn every_document_has_a_test() -> io::Result<()> {
    for entry in fs::read_dir(folder())? {
        let name = entry?.file_name();
        assert!(
            FILES.iter().any(|file| name.to_str() == Some(file)),
            "{} needs a line in this file",
            name.display()
        );
    }
    Ok(())
}
