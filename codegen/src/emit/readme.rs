//! `README.md`.

use super::overview::{self, Links};
use super::quick_start;
use super::{Model, SourceFile, markdown, testing};

pub(super) fn emit(model: &Model<'_>) -> SourceFile<'static> {
    let package = &model.options.package;
    let name = package.name.as_deref().unwrap_or_default();
    let mut parts = vec![
        format!("# {}", markdown::code(name)),
        markdown::inline(package.description.as_deref().unwrap_or_default()),
    ];
    if let Some(section) = quick_start::first_call(model) {
        parts.push(section.markdown());
        parts.push("The documentation of the crate (`cargo doc --open`) has an example for every operation.".to_owned());
    }
    if let Some(credentials) = overview::credentials(model) {
        parts.push("## Credentials".to_owned());
        parts.push(credentials);
    }
    parts.push("## Operations".to_owned());
    parts.push(overview::operations(model, Links::Plain));
    let more = quick_start::more(model, Links::Plain);
    let more = more.into_iter().chain(testing::section(model));
    parts.extend(more.map(|section| section.markdown()));
    parts.push("## Features".to_owned());
    parts.push(overview::features());
    if let Some(license) = &package.license {
        parts.push("## Licence".to_owned());
        parts.push(markdown::inline(license));
    }
    SourceFile::markdown(model, "README.md", format!("\n{}\n", parts.join("\n\n")))
}
