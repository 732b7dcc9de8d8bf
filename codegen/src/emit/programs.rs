//! `examples/`: a program for each operation.

use super::{Model, SourceFile};

pub(super) fn emit(_model: &Model<'_>) -> Vec<SourceFile> {
    Vec::new()
}
