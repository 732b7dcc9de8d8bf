//! The same API written in OpenAPI 3.0 and in 3.1 has the same client: a pair of documents for each feature of 3.1.

use std::path::Path;
use std::{fs, io};

use codegen::diagnostic::Severity;
use codegen::{FileTree, Options, generate};

/// The documents of 3.1, sorted.
fn documents() -> io::Result<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pairs");
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path().display().to_string()));
    let mut files: Vec<_> = files.collect::<io::Result<_>>()?;
    files.retain(|file| file.ends_with(".v31.yaml"));
    files.sort();
    Ok(files)
}

/// The files of the client, without the places in the document.
fn client(file: &str) -> io::Result<FileTree> {
    let generated = generate(&fs::read_to_string(file)?, &Options::default());
    let errors = generated.diagnostics.iter();
    let errors: Vec<_> = errors.filter(|it| it.severity == Severity::Error).collect();
    let refused = || io::Error::other(format!("{file}: {errors:?}"));
    let mut tree = generated.tree.ok_or_else(refused)?;
    tree.shift_remove(codegen::bindings::PATH);
    Ok(tree)
}

/// What differs: the first line of each file that is not the same.
fn differences(one: &FileTree, other: &FileTree) -> Vec<String> {
    let files = one
        .keys()
        .chain(other.keys().filter(|file| !one.contains_key(*file)));
    let differing = files.filter(|file| one.get(*file) != other.get(*file));
    let line = |tree: &FileTree, file: &str, line: usize| {
        let text = tree.get(file).and_then(|text| text.lines().nth(line));
        text.unwrap_or("(nothing)").to_owned()
    };
    let first = |file: &String| {
        let differs = |at: &usize| line(one, file, *at) != line(other, file, *at);
        let at = (0..100_000).find(differs).unwrap_or_default();
        format!(
            "{file}:{}: {:?} is {:?}",
            at + 1,
            line(one, file, at),
            line(other, file, at)
        )
    };
    differing.map(first).collect()
}

#[test]
fn a_document_of_3_0_and_one_of_3_1_have_the_same_client() -> io::Result<()> {
    let documents = documents()?;
    assert!(documents.len() > 15, "only {} pairs", documents.len());
    let mut failures = Vec::new();
    for document in documents {
        let v30 = client(&document.replace(".v31.", ".v30."))?;
        let differences = differences(&v30, &client(&document)?);
        if !differences.is_empty() {
            failures.push(format!("{document}\n  {}", differences.join("\n  ")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    Ok(())
}
