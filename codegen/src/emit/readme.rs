//! `README.md`

use super::overview::{self, Links, Section};
use super::{features, markdown};
use crate::plan::Crate;

pub(super) fn emit(plan: &Crate<'_>) -> String {
    let (package, overview) = (plan.package, &plan.overview);
    let name = package.name.as_deref().unwrap_or_default();
    let mut parts = vec![
        format!("# {}", markdown::code(name)),
        markdown::inline(package.description.as_deref().unwrap_or_default()),
    ];
    if let Some(section) = overview::first_call(overview) {
        parts.push(section.markdown());
        parts.push("The documentation of the crate (`cargo doc --open`) has an example for every operation.".to_owned());
    }
    if let Some(environment) = &overview.environment {
        parts.push("## Credentials".to_owned());
        parts.push(overview::environment(environment));
    }
    parts.push("## Operations".to_owned());
    parts.push(overview::operations(overview));
    let skipped = overview::skipped(overview);
    parts.extend(skipped.map(|section| section.markdown()));
    let more = overview::more(overview, Links::Plain);
    parts.extend(more.iter().map(Section::markdown));
    parts.push("## Features".to_owned());
    parts.push(features::overview(plan));
    if let Some(license) = &package.license {
        parts.push("## Licence".to_owned());
        parts.push(markdown::inline(license));
    }
    format!("\n{}\n", parts.join("\n\n"))
}
