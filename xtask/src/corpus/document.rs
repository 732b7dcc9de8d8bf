//! The documents of a run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::Arguments;
use crate::disk;

/// A document to generate a client from.
pub(super) struct Document {
    /// The path, starting with the requested folder.
    pub(super) name: String,
    pub(super) path: PathBuf,
    /// The name of its crate.
    pub(super) package: String,
}

/// The documents in these places, in order. Other files are skipped.
pub(super) fn find(arguments: &Arguments) -> Result<Vec<Document>> {
    let mut found = Vec::new();
    for place in &arguments.places {
        found.extend(files(place)?);
    }
    if let Some(limit) = arguments.up_to {
        let size = |path: &Path| path.metadata().map_or(0, |it| it.len());
        found.retain(|(_, path)| size(path) <= limit * 1024);
    }
    if let Some(count) = arguments.sample {
        found = sample(found, count);
    }
    let mut packages = BTreeSet::new();
    let documents = found.into_iter().map(|(name, path)| Document {
        package: package(&name, &mut packages),
        name,
        path,
    });
    Ok(documents.collect())
}

/// The documents whose names have the smallest hashes: a choice that is the same in every run, and independent of the content.
fn sample(mut found: Vec<(String, PathBuf)>, count: usize) -> Vec<(String, PathBuf)> {
    let mut hashes: Vec<_> = found.iter().map(|(name, _)| hash(name)).collect();
    hashes.sort_unstable();
    if let Some(limit) = hashes.get(count) {
        found.retain(|(name, _)| hash(name) < *limit);
    }
    found
}

/// FNV-1a with 64 bits, and a last step that mixes the bits of short texts.
fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
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

    use std::path::PathBuf;

    use super::{files, package, sample};

    #[test]
    fn documents_are_found_in_folders_of_folders() {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("v30");
        fs::create_dir_all(root.join("pets")).unwrap();
        for file in ["INDEX.tsv", "b.json", "pets/a.yml", "codegen.toml"] {
            fs::write(root.join(file), "").unwrap();
        }
        let documents = files(&root).unwrap();
        let names: Vec<_> = documents.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["v30/b.json", "v30/pets/a.yml"]);
    }

    #[test]
    fn a_missing_document_is_an_error() {
        assert!(files("nowhere".as_ref()).is_err());
    }

    #[test]
    fn a_sample_grows_by_documents_and_keeps_their_order() {
        let all: Vec<_> = (0..100)
            .map(|at| (format!("api/{at:02}.json"), PathBuf::new()))
            .collect();
        let ten = sample(all.clone(), 10);
        let twenty = sample(all.clone(), 20);
        assert_eq!((ten.len(), twenty.len()), (10, 20));
        assert!(ten.iter().all(|it| twenty.contains(it)));
        assert!(twenty.is_sorted());
        assert_eq!(sample(all.clone(), 200), all);
    }

    #[test]
    fn no_two_documents_share_a_crate() {
        let mut taken = BTreeSet::new();
        assert_eq!(package("v30/Ä b__1.yaml", &mut taken), "corpus-v30-b-1");
        assert_eq!(package("v30/b.1.json", &mut taken), "corpus-v30-b-1-2");
    }
}
