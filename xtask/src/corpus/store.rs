//! The results of earlier runs.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::record::Record;

/// The records of all documents by name, in a file.
pub(super) struct Store {
    file: PathBuf,
    records: BTreeMap<String, Record>,
}

impl Store {
    /// Reads the records in `file`; none if it does not exist or was written by another version of this command.
    pub(super) fn open(file: PathBuf) -> Self {
        let text = fs::read(&file).unwrap_or_default();
        let records = serde_json::from_slice(&text).unwrap_or_default();
        Self { file, records }
    }

    pub(super) fn get(&self, document: &str) -> Option<&Record> {
        self.records.get(document)
    }

    pub(super) fn get_mut(&mut self, document: &str) -> Option<&mut Record> {
        self.records.get_mut(document)
    }

    pub(super) fn put(&mut self, document: &str, record: Record) {
        self.records.insert(document.to_owned(), record);
    }

    /// Writes the file, so that an interrupted run loses little.
    pub(super) fn save(&self) -> Result<()> {
        let text = serde_json::to_vec(&self.records)?;
        fs::write(&self.file, text).with_context(|| format!("cannot write {}", self.file.display()))
    }
}

/// A digest of the values, the same in every run of one binary.
pub(super) fn digest(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
