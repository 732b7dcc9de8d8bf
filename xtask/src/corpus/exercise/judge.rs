//! Sends the request of each operation to Prism, which validates it against the document.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::source::Source;
use super::{PRISM, outcome, package};
use crate::contract::{Interrupt, validator};
use crate::corpus::Document;
use crate::corpus::client::{Clients, put};
use crate::corpus::record::Checked;
use crate::corpus::store::Store;

/// Runs the program of every client that has one against a server of its own.
pub(super) fn all(documents: &[Document], clients: &Clients, store: &mut Store) -> Result<()> {
    let interrupt = Interrupt::register().context("cannot listen to signals")?;
    for document in documents {
        let package = package(&document.package);
        let client = store
            .get_mut(&document.name)
            .and_then(|it| it.client_mut())
            .filter(|it| it.exercised.is_some());
        let text = fs::read_to_string(&document.path).unwrap_or_default();
        let (Some(client), Some(source)) = (client, Source::parse(&text)) else {
            continue;
        };
        if !clients.build.join("debug").join(&package).is_file() {
            continue;
        }
        eprintln!("corpus: {PRISM}: {}", document.name);
        let judged = clients.root.join(&package).join("judged.json");
        put(&judged, without_security(source).to_string().as_bytes())?;
        let log = clients.root.join(&package).join("prism.log");
        let server = validator(&judged, &log, &interrupt)?;
        let errors = outcome(clients, &package, Some(&server.url))?;
        let errors = errors.iter().filter_map(|error| summary(error)).collect();
        client
            .checks
            .insert(PRISM.to_owned(), Checked { key: 0, errors });
    }
    Ok(())
}

/// The document without security, since the program has no credentials, and without servers, since it calls another one.
fn without_security(source: Source) -> Value {
    let mut document = source.into_value();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    let items = paths.into_iter().flat_map(|paths| paths.values_mut());
    for object in items.filter_map(Value::as_object_mut) {
        object.remove("servers");
        for operation in object.values_mut().filter_map(Value::as_object_mut) {
            operation.remove("security");
            operation.remove("servers");
        }
    }
    if let Some(root) = document.as_object_mut() {
        root.remove("security");
        root.remove("servers");
    }
    document
}

/// The violations in an error of the server. `None` if the request is valid, and only the response of the server is not.
fn summary(error: &str) -> Option<String> {
    let (id, body) = error.split_once(": ").unwrap_or((error, ""));
    let body: BTreeMap<String, Value> = serde_json::from_str(body).unwrap_or_default();
    let Some(title) = body.get("title").and_then(Value::as_str) else {
        return Some(error.to_owned());
    };
    let violations = body.get("validation").and_then(Value::as_array);
    let violations = violations.into_iter().flatten().map(|violation| {
        let place = violation["location"].as_array().into_iter().flatten();
        let place: Vec<_> = place.filter_map(Value::as_str).collect();
        let message = violation["message"].as_str().unwrap_or_default();
        format!("{}: {message}", place.join("."))
    });
    let all: Vec<_> = violations.collect();
    let is_own = !all.is_empty() && all.iter().all(|it| it.starts_with("response"));
    // Prism answers only with responses that the document declares.
    let is_own = is_own || title.starts_with("No response defined");
    (!is_own).then(|| format!("{id}: {title} {}", all.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::summary;

    #[test]
    fn violations_have_their_places() {
        let error = |place: &str| {
            format!(
                r#"getPet: {{"title": "Invalid", "validation": [{{"location": ["{place}", "limit"], "message": "must be >= 1"}}]}}"#
            )
        };
        let of = |error: String| summary(&error);
        assert_eq!(
            of(error("query")).as_deref(),
            Some("getPet: Invalid query.limit: must be >= 1")
        );
        assert_eq!(of(error("response")), None);
        assert_eq!(
            of("getPet: refused".to_owned()).as_deref(),
            Some("getPet: refused")
        );
    }
}
