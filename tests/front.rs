//! Documents of one feature each, and the IR that they become.

use std::path::{Path, PathBuf};
use std::{fs, io};

use codegen::Options;
use codegen::diagnostic::{Diagnostic, Severity};
use workspace_tests::documents::published;
use workspace_tests::front::{front, report};
use workspace_tests::{fixture_snapshots, fixtures};

/// The IR of a fixture, and its findings.
fn lowered(name: &str) -> io::Result<String> {
    let text = fixtures::read(name)?;
    let (api, diagnostics) = front(&text, &fixtures::options(name)?);
    let api = api.ok_or_else(|| io::Error::other("a good document loads"))?;
    let text = format!("{api}\n{}", report(&text, &diagnostics));
    Ok(text.trim_end().to_owned())
}

fixture_snapshots!(lowered);

/// The files of a folder, sorted.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<PathBuf>>>()?;
    files.sort();
    Ok(files)
}

/// The result of a third-party document.
struct Surveyed {
    file: String,
    errors: usize,
    warnings: usize,
}

/// All documents of a folder of third-party documents, if it exists beside the checkout.
fn survey(name: &str) -> io::Result<Option<Vec<Surveyed>>> {
    let Some(folder) = published(name) else {
        return Ok(None);
    };
    let mut surveyed = Vec::new();
    for path in files(&folder)? {
        if path.extension().is_some_and(|ending| ending == "tsv") {
            continue;
        }
        let (api, findings) = front(&fs::read_to_string(&path)?, &Options::default());
        let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
        let errors = findings.iter().filter(is_error).count();
        assert!(api.is_some() || errors > 0, "{}: no answer", path.display());
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        surveyed.push(Surveyed {
            file: file.into_owned(),
            errors,
            warnings: findings.len() - errors,
        });
    }
    Ok(Some(surveyed))
}

/// Published documents without a client, because of dangling references or contradictions.
const REFUSED: &[&str] = &[
    "atlas__sdk-go-transformer-input.json",
    "libopenapi__burgershop.openapi.yaml",
    "meilisearch__open-api.yaml",
    "openapi-generator__rust-server-openapi-v3.yaml",
    "pagerduty__REST.json",
    "square__connect.json",
    "swtsapi__wrong-schema-names.yaml",
];

#[test]
fn real_documents_are_accepted() -> io::Result<()> {
    for folder in ["v30", "v31"] {
        let surveyed = survey(folder)?.into_iter().flatten();
        let refused = surveyed.filter(|it| it.errors > 0).map(|it| it.file);
        let unexpected = refused.filter(|file| !REFUSED.contains(&file.as_str()));
        assert_eq!(
            unexpected.collect::<Vec<_>>(),
            [""; 0],
            "refused in {folder}"
        );
    }
    Ok(())
}

/// Documents of the folder that OpenAPI allows: code injection, and limits of other generators.
const ALLOWED: &[&str] = &["mermade__malicious-", "oapi-codegen__", "ogen-gen__"];

#[test]
fn broken_documents_have_findings() -> io::Result<()> {
    let is_allowed = |file: &str| ALLOWED.iter().any(|start| file.starts_with(start));
    let surveyed = survey("negative")?.into_iter().flatten();
    let silent = surveyed.filter(|it| it.errors + it.warnings == 0 && !is_allowed(&it.file));
    assert_eq!(silent.map(|it| it.file).collect::<Vec<_>>(), [""; 0]);
    Ok(())
}
