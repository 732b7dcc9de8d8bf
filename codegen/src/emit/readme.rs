//! `README.md`.

use super::lib_rs::{Links, operations};
use super::{Model, SourceFile, markdown};

pub(super) fn emit(model: &Model<'_>) -> SourceFile {
    let package = &model.options.package;
    let name = package.name.as_deref().unwrap_or_default();
    let title = markdown::code(name);
    let description = package
        .description
        .as_deref()
        .map(markdown::inline)
        .unwrap_or_default();
    let operations = operations(model, Links::Plain);
    let text = format!("\n# {title}\n\n{description}\n\n## Operations\n\n{operations}\n");
    SourceFile::markdown(model, "README.md", text)
}
