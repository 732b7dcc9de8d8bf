//! Idempotency keys: the operations that send one, so that a retry is safe whatever their method.

use std::collections::BTreeSet;

use super::model::{Model, NamedOperation};
use super::settings;
use crate::diagnostic::{Code, Sink};
use crate::ir::{self, Parameter};
use crate::options::KeyHeader;

/// The usual names of the header.
const USUAL: [&str; 2] = ["Idempotency-Key", "X-Idempotency-Key"];

/// The header in which an operation sends an idempotency key, if it does. A setting of the operation comes before a
/// parameter of the document, and that before the header of all operations.
pub(super) fn plan<'a>(model: &Model<'a>, operation: NamedOperation<'a>) -> Option<&'a str> {
    let def = operation.def;
    let options = &model.options.idempotency;
    if let Some(own) = settings::of(&options.operations, def) {
        return name(own);
    }
    if def.method.is_idempotent() || options.header == Some(KeyHeader::Off) {
        return None;
    }
    let shared = options.header.as_ref().and_then(name);
    let is_key = |parameter: &&Parameter| {
        let mut names = shared.iter().chain(&USUAL);
        parameter.location == ir::Location::Header
            && names.any(|name| parameter.name.eq_ignore_ascii_case(name))
    };
    let declared = def.parameters.iter().find(is_key);
    declared.map(|it| it.name.as_str()).or(shared)
}

fn name(header: &KeyHeader) -> Option<&str> {
    match header {
        KeyHeader::Off => None,
        KeyHeader::Name(name) => Some(name),
    }
}

/// The headers of all operations, each once, and without regard to case.
pub(super) fn headers<'a>(model: &Model<'a>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    let headers = model.operations().filter_map(|it| plan(model, it));
    let headers = headers.filter(|name| seen.insert(name.to_ascii_lowercase()));
    headers.collect()
}

/// Reports settings of operations that do not exist.
pub(super) fn check(model: &Model<'_>, sink: &mut Sink) {
    let operations = &model.options.idempotency.operations;
    let code = Code::InvalidIdempotency;
    settings::check(operations, "idempotency", code, model, sink);
}

#[cfg(test)]
mod tests {
    use crate::sample::planned;

    const DOCUMENT: &str = r#"
openapi: "3.0.3"
info: { title: Things, version: "1" }
paths:
  /things:
    get: { operationId: listThings, responses: { "204": { description: None. } } }
    post: { operationId: createThing, responses: { "204": { description: Created. } } }
    patch:
      operationId: changeThings
      parameters: [{ name: idempotency-KEY, in: header, schema: { type: string } }]
      responses: { "204": { description: Changed. } }
"#;

    /// The headers of `listThings`, `createThing` and `changeThings`, or the findings.
    fn headers(settings: &str) -> Result<Vec<String>, Vec<String>> {
        let settings = format!("[idempotency]\n{settings}\n");
        let plan = planned(DOCUMENT, &settings, "invalid-idempotency")?;
        let operations = plan.split("  operation ").skip(1);
        let header = |operation: &str| {
            let mut lines = operation.lines();
            let key = lines.find_map(|it| it.strip_prefix("    idempotency-key "));
            key.unwrap_or("none").to_owned()
        };
        Ok(operations.map(header).collect())
    }

    #[test]
    fn settings_come_before_parameters_and_those_before_the_shared_header() {
        for (settings, expected) in [
            ("", ["none", "none", "idempotency-key"]),
            ("header = \"X-Key\"", ["none", "x-key", "idempotency-key"]),
            ("header = false", ["none", "none", "none"]),
            (
                "header = false\noperations = { createThing = \"X-Key\" }",
                ["none", "x-key", "none"],
            ),
            (
                "header = \"X-Key\"\noperations = { \"PATCH /things\" = false, listThings = \"K\" }",
                ["k", "x-key", "none"],
            ),
        ] {
            let expected = expected.map(str::to_owned).to_vec();
            assert_eq!(headers(settings), Ok(expected), "{settings}");
        }
    }

    #[test]
    fn a_setting_names_an_operation() {
        let findings = headers("operations = { createThings = \"X-Key\" }").unwrap_err();
        let expected = "`[idempotency]` names `createThings`, which is not an operation; ";
        assert!(findings[0].starts_with(expected), "{findings:?}");
        assert!(
            findings[0].ends_with("did you mean `createThing`?"),
            "{findings:?}"
        );
    }
}
