//! Token streams to formatted text.

use indexmap::IndexMap;

/// The files of a crate: path relative to its root, with `/`, to content.
pub type FileTree = IndexMap<String, String>;
