//! The documents that tests read.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// A document of this repository.
pub struct Document {
    /// The name of its file.
    pub file: String,
    /// Its contents.
    pub text: String,
}

/// The path of the curated document.
#[must_use]
pub fn curated() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/atlas-private-endpoints.yaml")
}

/// The path of a third-party document beside the checkout. `None` if it is missing, after a message that the test is skipped.
#[must_use]
pub fn published(path: &str) -> Option<PathBuf> {
    let path = Path::new("shared/corpus").join(path);
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let found = above
        .map(|folder| folder.join(&path))
        .find(|it| it.exists());
    if found.is_none() {
        println!(
            "skipped: there is no {} beside the checkout",
            path.display()
        );
    }
    found
}

/// Whether there is time for everything.
#[must_use]
pub fn is_nightly() -> bool {
    env::var_os("NIGHTLY").is_some()
}

/// The same of a document that takes minutes. `None` as well unless the environment has `NIGHTLY`.
#[must_use]
pub fn large(path: &str) -> Option<PathBuf> {
    if !is_nightly() {
        println!("skipped: `NIGHTLY=1` reads {path}");
        return None;
    }
    published(path)
}

/// Every document that a client can be generated from.
///
/// # Errors
///
/// If one cannot be read.
pub fn good() -> io::Result<Vec<Document>> {
    let mut documents = fixtures("good")?;
    documents.push(read(&curated())?);
    Ok(documents)
}

/// Every document of a folder of fixtures, by name.
///
/// # Errors
///
/// If one cannot be read.
pub fn fixtures(folder: &str) -> io::Result<Vec<Document>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(folder);
    let entries = folder.read_dir()?.collect::<io::Result<Vec<_>>>()?;
    let mut files: Vec<_> = entries.iter().map(fs::DirEntry::path).collect();
    files.retain(|file| file.extension().is_none_or(|it| it != "toml"));
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn read(path: &Path) -> io::Result<Document> {
    let file = path.file_name().unwrap_or_default();
    Ok(Document {
        file: file.to_string_lossy().into_owned(),
        text: fs::read_to_string(path)?,
    })
}
