//! The patterns of JSON-Schema-Test-Suite, which the source distribution of a Python package contains.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use codegen::pattern::{compile, flaw};
use serde_json::{Map, Value};

use super::python;

/// The package, and its version.
const PACKAGE: &str = "jsonschema";
const VERSION: &str = "4.23.0";

/// The files with patterns, and the draft that OpenAPI 3.1 refers to.
const FILES: &[&str] = &["ecmascript-regex", "non-bmp-regex"];
const DRAFT: &str = "json/tests/draft2020-12/optional";

/// Runs all cases and returns the groups of those that differ. `None` if the suite is unavailable.
pub(super) fn run(output: &Path) -> Result<Option<Vec<String>>> {
    let Some(suite) = python::source(output, PACKAGE, VERSION)? else {
        return Ok(None);
    };
    let (mut passed, mut misses) = (0, Vec::new());
    for file in FILES {
        let path = suite.join(DRAFT).join(file).with_extension("json");
        let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let groups: Vec<Value> = serde_json::from_slice(&text)?;
        for (group, case) in groups.iter().flat_map(cases) {
            match is_valid(&group["schema"], &case["data"]) {
                Some(valid) if case["valid"] == valid => passed += 1,
                _ => misses.push(group["description"].as_str().unwrap_or_default().to_owned()),
            }
        }
    }
    let all = passed + misses.len();
    println!("conformance: {passed} of {all} cases of patterns pass");
    Ok(Some(misses))
}

fn cases(group: &Value) -> impl Iterator<Item = (&Value, &Value)> {
    let tests = group["tests"].as_array().into_iter().flatten();
    tests.map(move |case| (group, case))
}

/// Whether a value conforms to the pattern of a schema. `None` if the schema has none, or the pattern has no automaton.
fn is_valid(schema: &Value, data: &Value) -> Option<bool> {
    // A schema is a value of the schema of schemas.
    if schema.get("$ref").is_some() {
        return Some(flaw(data["pattern"].as_str()?).is_none());
    }
    if let Some(patterns) = schema["patternProperties"].as_object() {
        return have_valid_keys(data.as_object()?, patterns, schema);
    }
    let pattern = compile(schema["pattern"].as_str()?).ok()?;
    Some(data.as_str().is_none_or(|text| pattern.accepts(text)))
}

/// Whether the entries of an object conform to `patternProperties`, of which the cases have one each.
fn have_valid_keys(
    entries: &Map<String, Value>,
    patterns: &Map<String, Value>,
    schema: &Value,
) -> Option<bool> {
    let (pattern, selected) = patterns.iter().next()?;
    let pattern = compile(pattern).ok()?;
    let is_open = schema["additionalProperties"] != false;
    let is_valid = |key: &str, value: &Value| {
        let is_of_type = selected["type"] != "integer" || value.is_i64();
        if pattern.accepts(key) {
            is_of_type
        } else {
            is_open
        }
    };
    Some(entries.iter().all(|(key, value)| is_valid(key, value)))
}
