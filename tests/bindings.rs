//! `bindings.json` contains exactly the parts of a document that have an item in the crate.

use std::collections::BTreeSet;
use std::{fs, io};

use codegen::{Options, generate};
use serde_json::Value;
use workspace_tests::documents::{self, Document};
use workspace_tests::fixtures;

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// The bindings of a document, and its files.
fn bindings(text: &str) -> io::Result<(Vec<Value>, codegen::FileTree)> {
    let generated = generate(text, &Options::default());
    let tree = generated.tree.ok_or_else(|| io::Error::other("a client"))?;
    let parsed: Value = serde_json::from_str(&tree["bindings.json"])?;
    assert_eq!(parsed["version"], 1);
    let list = parsed["bindings"].as_array().cloned().unwrap_or_default();
    Ok((list, tree))
}

fn field<'v>(binding: &'v Value, name: &str) -> &'v str {
    binding[name].as_str().unwrap_or_default()
}

/// The last name of a path in Rust.
fn name(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or_default()
}

#[test]
fn each_binding_is_a_place_of_the_document_and_a_line_of_the_crate() -> io::Result<()> {
    for Document { file, text } in documents::fixtures("good")? {
        let (list, tree) = bindings(&text)?;
        let yaml: serde_yaml::Value = serde_yaml::from_str(&text).map_err(io::Error::other)?;
        let document = serde_json::to_value(&yaml).map_err(io::Error::other)?;
        assert!(!list.is_empty(), "{file}");
        for binding in &list {
            let pointer = field(binding, "pointer");
            assert!(document.pointer(pointer).is_some(), "{file}: {pointer}");
            let line = binding["line"]
                .as_u64()
                .and_then(|line| usize::try_from(line).ok());
            let source = &tree[field(binding, "file")];
            let line = line.and_then(|line| source.lines().nth(line.checked_sub(1)?));
            let declared = line.unwrap_or_default();
            let path = field(binding, "path");
            // A macro declares the methods of lists in pages, of sequences and of waits; the line is that of the builder.
            let path = match field(binding, "kind") {
                "pages" | "stream" | "wait" => {
                    path.rsplit_once("::").map_or(path, |(builder, _)| builder)
                }
                _ => path,
            };
            assert!(
                declared.contains(name(path)),
                "{file}: {binding} is not `{declared}`"
            );
        }
    }
    Ok(())
}

#[test]
fn each_part_of_the_curated_document_has_a_binding() -> io::Result<()> {
    let text = fs::read_to_string(documents::curated())?;
    let (list, _) = bindings(&text)?;
    let bound: BTreeSet<_> = list.iter().map(|it| field(it, "pointer")).collect();
    let yaml: serde_yaml::Value = serde_yaml::from_str(&text).map_err(io::Error::other)?;
    let document = serde_json::to_value(&yaml).map_err(io::Error::other)?;
    let missing: Vec<_> = parts(&document)
        .into_iter()
        .filter(|pointer| !bound.contains(pointer.as_str()))
        .collect();
    // `allOf` merges the schema into others, and the body determines the path parameter.
    insta::assert_snapshot!("unbound", missing.join("\n"));
    Ok(())
}

/// The places of all operations, parameters, bodies, responses, schemas and their properties.
fn parts(document: &Value) -> Vec<String> {
    let mut parts = Vec::new();
    let escape = |key: &str| key.replace('~', "~0").replace('/', "~1");
    let entries = |value: &Value| value.as_object().cloned().unwrap_or_default();
    for (path, item) in entries(&document["paths"]) {
        for (method, operation) in entries(&item) {
            if !METHODS.contains(&method.as_str()) {
                continue;
            }
            let at = format!("/paths/{}/{method}", escape(&path));
            let parameters = operation["parameters"].as_array();
            for (index, parameter) in parameters.into_iter().flatten().enumerate() {
                let place = parameter["$ref"].as_str();
                let place = place.map(|target| target.trim_start_matches('#').to_owned());
                parts.push(place.unwrap_or_else(|| format!("{at}/parameters/{index}")));
            }
            for (status, response) in entries(&operation["responses"]) {
                let place = response["$ref"].as_str();
                let place = place.map(|target| target.trim_start_matches('#').to_owned());
                parts.push(place.unwrap_or_else(|| format!("{at}/responses/{status}")));
            }
            if operation["requestBody"].is_object() {
                parts.push(format!("{at}/requestBody"));
            }
            parts.push(at);
        }
    }
    for (name, schema) in entries(&document["components"]["schemas"]) {
        let at = format!("/components/schemas/{}", escape(&name));
        for property in entries(&schema["properties"]).keys() {
            parts.push(format!("{at}/properties/{}", escape(property)));
        }
        parts.push(at);
    }
    parts
}

#[test]
fn the_bindings_of_a_document() -> io::Result<()> {
    let text = fixtures::read("union-mapping.yaml")?;
    let generated = generate(&text, &Options::default());
    let tree = generated.tree.unwrap_or_default();
    insta::assert_snapshot!("bindings", tree["bindings.json"]);
    Ok(())
}

#[test]
fn the_settings_can_switch_them_off() -> io::Result<()> {
    let text = fixtures::read("union-mapping.yaml")?;
    let options = Options::parse("bindings = false").map_err(|it| io::Error::other(it.message))?;
    let tree = generate(&text, &options).tree.unwrap_or_default();
    assert!(!tree.is_empty());
    assert!(!tree.contains_key("bindings.json"));
    Ok(())
}
