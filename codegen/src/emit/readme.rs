//! `README.md`

use super::{markdown, overview};
use crate::plan::Crate;

pub(super) fn emit(plan: &Crate<'_>) -> String {
    let package = plan.package;
    let name = package.name.as_deref().unwrap_or_default();
    let head = [
        format!("# {}", markdown::code(name)),
        markdown::inline(package.description.as_deref().unwrap_or_default()),
    ];
    let license = package.license.iter();
    let license = license.flat_map(|license| ["## Licence".to_owned(), markdown::inline(license)]);
    let sections = overview::markdown(plan).into_iter();
    let blocks = head.into_iter().chain(sections).chain(license);
    format!("\n{}\n", blocks.collect::<Vec<_>>().join("\n\n"))
}
