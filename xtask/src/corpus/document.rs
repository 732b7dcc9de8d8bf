//! The documents of a run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::disk;

/// A document to generate a client from.
pub(super) struct Document {
    /// The path, starting with the requested folder.
    pub(super) name: String,
    pub(super) path: PathBuf,
    /// The name of its crate.
    pub(super) package: String,
}

/// All documents in these places, in order. Other files are skipped.
pub(super) fn find(places: &[PathBuf]) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    let mut packages = BTreeSet::new();
    for place in places {
        for (name, path) in files(place)? {
            let package = package(&name, &mut packages);
            documents.push(Document {
                name,
                path,
                package,
            });
        }
    }
    Ok(documents)
}

fn files(place: &Path) -> Result<Vec<(String, PathBuf)>> {
    let name = place.canonicalize().unwrap_or_else(|_| place.to_owned());
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    if place.is_file() {
        return Ok(vec![(name.into_owned(), place.to_owned())]);
    }
    if !place.is_dir() {
        bail!("there is no {}", place.display());
    }
    let files = disk::package_files(place)?.into_iter();
    let documents = files.filter(|(_, path)| is_document(path));
    Ok(documents
        .map(|(file, path)| (format!("{name}/{file}"), path))
        .collect())
}

fn is_document(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    ["yaml", "yml", "json"].iter().any(|it| extension == *it)
}

/// A unique name that Cargo accepts.
fn package(document: &str, taken: &mut BTreeSet<String>) -> String {
    let stem = document.rsplit_once('.').map_or(document, |(stem, _)| stem);
    let words = stem
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>();
    let name = format!("corpus-{}", words.join("-").to_ascii_lowercase());
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    names
        .find(|name| taken.insert(name.clone()))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::{find, package};

    #[test]
    fn documents_are_found_in_folders_of_folders() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("v30");
        fs::create_dir_all(root.join("pets")).unwrap();
        for file in ["INDEX.tsv", "b.json", "pets/a.yml", "codegen.toml"] {
            fs::write(root.join(file), "").unwrap();
        }
        let documents = find(&[root]).unwrap();
        let names: Vec<_> = documents.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["v30/b.json", "v30/pets/a.yml"]);
    }

    #[test]
    fn a_missing_document_is_an_error() {
        assert!(find(&["nowhere".into()]).is_err());
    }

    #[test]
    fn no_two_documents_share_a_crate() {
        let mut taken = BTreeSet::new();
        assert_eq!(package("v30/Ä b__1.yaml", &mut taken), "corpus-v30-b-1");
        assert_eq!(package("v30/b.1.json", &mut taken), "corpus-v30-b-1-2");
    }
}
