//! Documents of one feature each, and the IR that they become.

use std::path::{Path, PathBuf};
use std::{fs, io};

use codegen::diagnostic::{Diagnostic, Severity};
use workspace_tests::front::{front, report};
use workspace_tests::{fixture_snapshots, fixtures};

/// The IR of a fixture, and below it what there is to say about the document.
fn lowered(name: &str) -> io::Result<String> {
    let text = fixtures::read(name)?;
    let (api, diagnostics) = front(&text);
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
