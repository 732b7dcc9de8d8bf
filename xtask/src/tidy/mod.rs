//! `cargo xtask tidy`: checks the rules of this repository that the compiler does not check.

mod attributes;
mod borders;
mod cycles;
mod generated;
mod imports;
mod keywords;
mod parts;
mod runtime;
mod stages;
mod templates;
mod text;

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use cycles::Modules;

use crate::Outcome;
use crate::words::counted;
use crate::{disk, workspace};

/// A violation of a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    file: String,
    line: usize,
    message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// The violations, sorted and without duplicates.
#[derive(Debug, Default)]
struct Findings(BTreeSet<Finding>);

impl Findings {
    fn add(&mut self, file: &str, line: usize, message: impl Into<String>) {
        self.0.insert(Finding {
            file: file.to_owned(),
            line,
            message: message.into(),
        });
    }
}

/// A hand-written Rust file.
struct RustFile<'a> {
    /// Relative to the root of the workspace, with `/`.
    path: &'a str,
    syntax: syn::File,
}

/// Checks all rules and prints the violations.
pub(crate) fn run() -> Result<Outcome> {
    let findings = check(&workspace::root())?;
    for finding in &findings.0 {
        println!("{finding}");
    }
    match findings.0.len() {
        0 => Ok(Outcome::Clean),
        count => {
            eprintln!("error: {}", counted(count, "finding"));
            Ok(Outcome::Findings)
        }
    }
}

fn check(root: &Path) -> Result<Findings> {
    let mut findings = Findings::default();
    let mut modules = Modules::default();
    for package in workspace::PACKAGES {
        for (name, place) in disk::package_files(&root.join(package))? {
            if place.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&place)
                    .with_context(|| format!("cannot read {}", place.display()))?;
                check_rust(
                    &format!("{package}/{name}"),
                    &text,
                    &mut modules,
                    &mut findings,
                );
            }
        }
    }
    modules.check(&mut findings);
    runtime::check_table(root, &mut findings)?;
    generated::check(root, &mut findings)?;
    Ok(findings)
}

/// Checks all rules for one Rust file.
fn check_rust(path: &str, text: &str, modules: &mut Modules, findings: &mut Findings) {
    text::check(path, text, findings);
    match syn::parse_file(text) {
        Ok(syntax) => {
            let file = RustFile { path, syntax };
            attributes::check(&file, findings);
            borders::check(&file, findings);
            keywords::check(&file, findings);
            templates::check(&file, findings);
            modules.add(&file);
            parts::check(&file, findings);
            runtime::check_version(&file, findings);
        }
        Err(error) => findings.add(path, error.span().start().line, error.to_string()),
    }
}

#[cfg(test)]
mod tests;
