//! Documents of one feature each, and the IR that they become.

use std::path::{Path, PathBuf};
use std::{fs, io};

use codegen::diagnostic::{Diagnostic, Severity};

use workspace_tests::front::{front, report};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/good")
}

/// The IR of a fixture, and below it what there is to say about the document.
fn lowered(name: &str) -> io::Result<String> {
    let text = fs::read_to_string(folder().join(name))?;
    let (api, diagnostics) = front(&text);
    let api = api.ok_or_else(|| io::Error::other("a good document loads"))?;
    let text = format!("{api}\n{}", report(&text, &diagnostics));
    Ok(text.trim_end().to_owned())
}

macro_rules! fixtures {
    ($($test:ident = $file:literal,)+) => {
        $(#[test] fn $test() -> io::Result<()> {
            insta::assert_snapshot!($file, lowered($file)?);
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

/// The files of a folder, sorted.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<PathBuf>>>()?;
    files.sort();
    Ok(files)
}

#[test]
fn every_fixture_has_a_test() -> io::Result<()> {
    let mut named: Vec<PathBuf> = FILES.iter().map(|name| folder().join(name)).collect();
    named.sort();
    assert_eq!(files(&folder())?, named);
    Ok(())
}

/// How many documents of a folder of other people's are accepted and how many are refused, where a checkout has them
/// beside it.
fn survey(name: &str) -> io::Result<Option<(usize, usize)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|above| above.join("shared/corpus").join(name))
        .find(|path| path.is_dir());
    let Some(folder) = folder else {
        println!("skipped: there is no shared/corpus/{name} beside the workspace");
        return Ok(None);
    };
    let (mut accepted, mut refused) = (0, 0);
    for path in files(&folder)? {
        if path.extension().is_some_and(|ending| ending == "tsv") {
            continue;
        }
        let (api, findings) = front(&fs::read_to_string(&path)?);
        let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
        let errors = findings.iter().filter(is_error).count();
        assert!(api.is_some() || errors > 0, "{}: no answer", path.display());
        let count = if errors == 0 {
            &mut accepted
        } else {
            &mut refused
        };
        *count += 1;
        let first = findings.iter().min_by_key(|finding| finding.severity);
        println!(
            "{}: {errors} errors, {} warnings, {} types: {}",
            path.file_name().unwrap_or_default().display(),
            findings.len() - errors,
            api.map_or(0, |api| api.types.len()),
            first.map_or("", |finding| finding.message.as_str()),
        );
    }
    println!("{name}: {accepted} accepted, {refused} refused");
    Ok(Some((accepted, refused)))
}

#[test]
fn real_documents_are_mostly_accepted() -> io::Result<()> {
    if let Some((accepted, refused)) = survey("v30")? {
        assert!(accepted > refused, "{accepted} accepted, {refused} refused");
    }
    Ok(())
}

#[test]
fn broken_documents_are_mostly_refused() -> io::Result<()> {
    if let Some((accepted, refused)) = survey("negative")? {
        assert!(
            refused > 2 * accepted,
            "{accepted} accepted, {refused} refused"
        );
    }
    Ok(())
}
