//! uritemplate-test, which the source distribution of a Python package contains, for the styles of parameters: simple, label, matrix and
//! form are expansions of RFC 6570.

mod case;
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use self::case::Case;
use super::python;

/// The package, and its version.
const PACKAGE: &str = "uritemplate";
const VERSION: &str = "4.1.1";

/// The files with cases that have an expansion.
const FILES: &[&str] = &[
    "spec-examples",
    "spec-examples-by-section",
    "extended-tests",
];

/// Runs all cases and returns the templates of those that differ. `None` if the suite is unavailable.
pub(super) fn run(output: &Path) -> Result<Option<Vec<String>>> {
    let Some(suite) = python::source(output, PACKAGE, VERSION)? else {
        return Ok(None);
    };
    let (cases, reasons) = cases(&suite.join("tests/fixtures"))?;
    let sent = program::run(output, &document(&cases), &cases)?;
    let mut misses = Vec::new();
    for (case, sent) in cases.iter().zip(sent) {
        if !sent.as_ref().is_ok_and(|sent| case.expected.contains(sent)) {
            println!(
                "conformance: {}: {sent:?}, expected {:?}",
                case.template, case.expected
            );
            misses.push(format!("URI template {}", case.template));
        }
    }
    let (all, passed) = (cases.len(), cases.len() - misses.len());
    println!("conformance: {passed} of {all} cases of URI templates pass");
    for (reason, count) in reasons {
        println!("conformance: {count} cases of URI templates are inapplicable: {reason}");
    }
    Ok(Some(misses))
}

/// The number of cases that OpenAPI cannot express, by the reason.
type Reasons = BTreeMap<&'static str, usize>;

fn cases(fixtures: &Path) -> Result<(Vec<Case>, Reasons)> {
    let mut cases = Vec::new();
    let mut reasons = Reasons::new();
    for file in FILES {
        let path = fixtures.join(file).with_extension("json");
        let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let groups: Map<String, Value> = serde_json::from_slice(&text)?;
        for group in groups.values() {
            let variables = group["variables"].as_object().cloned().unwrap_or_default();
            for case in group["testcases"].as_array().into_iter().flatten() {
                match Case::read(&format!("/c{}", cases.len()), &variables, case) {
                    Ok(case) => cases.push(case),
                    Err(reason) => *reasons.entry(reason).or_default() += 1,
                }
            }
        }
    }
    Ok((cases, reasons))
}

/// A document with an operation for each case.
fn document(cases: &[Case]) -> String {
    let paths = cases.iter().enumerate().map(|(number, case)| {
        let id = format!("c{number}");
        (case.path.clone(), case.path_item(&id))
    });
    let document = json!({
        "openapi": "3.0.3", "info": { "title": "Cases", "version": "1" },
        "servers": [{ "url": "http://localhost" }], "paths": paths.collect::<Map<_, _>>(),
    });
    document.to_string()
}
