//! Each operation, and each schema that an operation reaches, has an item in the emitted crate.
//!
//! The expected items are derived from the raw document, without the generator, and the actual items from the emitted
//! files.

#[path = "coverage/absorbed.rs"]
mod absorbed;
#[path = "coverage/items.rs"]
mod items;
#[path = "coverage/reach.rs"]
mod reach;

use absorbed::Absorbed;
use codegen::analyze::Facts;
use codegen::diagnostic::Sink;
use codegen::ir::{Api, EnumValues, Shape, TypeDef};
use codegen::name::{Names, TypeNames};
use codegen::{FileTree, Options, Stages, generate};
use items::Items;
use workspace_tests::documents::{self, Document};

/// A document and its client.
struct Client {
    /// The name of the document's file.
    file: String,
    document: serde_yaml::Value,
    tree: FileTree,
    api: Api,
    facts: Facts,
    names: Names,
}

impl Client {
    fn of(document: Document) -> Option<Self> {
        let tree = generate(&document.text, &Options::default()).tree?;
        let options = Options::default();
        let stages = Stages::run(&document.text, &options, &mut Sink::default())?;
        let Stages {
            api, facts, names, ..
        } = stages;
        Some(Self {
            document: serde_yaml::from_str(&document.text).ok()?,
            file: document.file,
            tree,
            api,
            facts,
            names,
        })
    }

    /// The items of a file; empty if it is not emitted or not Rust.
    fn items(&self, file: &str) -> Items {
        let text = self.tree.get(file);
        text.and_then(|text| Items::of(text).ok())
            .unwrap_or_default()
    }

    /// The items of the file of a type.
    fn items_beside(&self, ty: &TypeNames) -> Items {
        self.items(&format!("src/types/{}.rs", file(&ty.module)))
    }

    /// The types that are sent or received.
    fn shown(&self) -> impl Iterator<Item = (&TypeDef, &TypeNames)> {
        let defs = self.api.types.iter().zip(&self.names.types);
        defs.zip(&self.facts.types)
            .filter(|(_, facts)| facts.in_request || facts.in_response)
            .map(|(shown, _)| shown)
    }
}

/// A client of every good document.
fn clients() -> Option<Vec<Client>> {
    documents::good()
        .ok()?
        .into_iter()
        .map(Client::of)
        .collect()
}

#[test]
fn each_operation_has_a_method_and_a_builder() {
    for client in clients().expect("every good document has a client") {
        let operations = reach::operations(&client.document);
        // An operation with several versions has one place in the document.
        let default = client.api.operations.iter();
        let default = default.filter(|operation| operation.alternative.is_none());
        assert_eq!(operations.len(), default.count());
        for at in operations {
            let mut lowered = client.api.operations.iter();
            let position = lowered.position(|operation| operation.origin.as_str() == at);
            let position = position.unwrap_or_else(|| panic!("{at} is lowered"));
            let names = &client.names.operations[position];
            let tag = client.api.operations[position].tag;
            let tag = &client.names.tags[tag.index()];
            let items = client.items(&format!("src/api/{}.rs", file(&tag.module)));
            items.assert_method(&tag.ident, &names.method);
            items.assert_type(&names.builder);
            for &setter in &client.facts.operations[position].optional {
                items.assert_method(&names.builder, &names.parameters[setter.index()]);
            }
            let accessors = client.items("src/api/mod.rs");
            accessors.assert_method("Client", &tag.module);
        }
    }
}

/// Schemas of fixtures that need no type for a reason that [`Absorbed`] does not derive.
const EXCEPTIONS: &[(&str, &str)] = &[
    // References that resolve only after a correction.
    ("flawed.yaml", "#"),
    ("flawed.yaml", "#/properties/books/items"),
    ("flawed.yaml", "Page%C2%ABShelf%C2%BB"),
    ("lenient.yaml", "Page/properties/page+number"),
    // Alternatives that are all strings are one enum.
    ("one-of-enums.yaml", "West"),
    // The data of an event is part of a copy of its schema.
    ("streams.yaml", "SentenceEvent"),
    // Objects of an `anyOf` with the same required properties are one struct.
    ("union-any-of.yaml", "Mail"),
    ("union-any-of.yaml", "Phone"),
    // The reference is percent-encoded.
    ("union-mapping.yaml", "C%61t"),
    // The outer union has the alternatives of this one.
    ("union-nested.yaml", "Tree"),
    ("union-untagged.yaml", "Moment"),
    // An alternative that is null makes the others nullable.
    ("v31-types.yaml", "Nothing"),
    // XML of a failure is bytes.
    ("xml.yaml", "Problem"),
];

#[test]
fn each_schema_that_an_operation_reaches_has_a_type() {
    let mut exceptions = Vec::new();
    let clients = clients().expect("every good document has a client");
    for client in &clients {
        let absorbed = Absorbed::of(&client.document);
        for schema in reach::schemas(&client.document) {
            let origin = format!("/components/schemas/{schema}");
            let mut shown = client.shown();
            match shown.find(|(def, _)| def.origin.as_str() == origin) {
                Some((_, names)) => client.items_beside(names).assert_type(&names.ident),
                None if absorbed.contains(&schema) => {}
                None => exceptions.push((client.file.as_str(), schema)),
            }
        }
    }
    let exceptions: Vec<_> = exceptions
        .iter()
        .map(|(file, schema)| (*file, schema.as_str()))
        .collect();
    assert_eq!(exceptions, EXCEPTIONS);
}

#[test]
fn each_type_is_exported_with_all_its_members() {
    for client in clients().expect("every good document has a client") {
        let mut shown = Vec::new();
        for (def, names) in client.shown() {
            let items = client.items_beside(names);
            let members = items.members(&names.ident);
            for member in expected_members(&def.shape, &names.members) {
                assert!(members.contains(member), "{}::{member}", names.ident);
            }
            shown.push(names.ident.clone());
            shown.extend(names.required.clone());
        }
        shown.sort();
        assert_eq!(shown, client.items("src/types/mod.rs").exports);
    }
}

/// Fields of a struct and variants of an enum.
fn expected_members<'a>(shape: &Shape, names: &'a [String]) -> &'a [String] {
    let count = match shape {
        Shape::Struct(object) => object.properties.len(),
        Shape::Enum(values) => match &values.values {
            EnumValues::Strings(values) => values.len(),
            EnumValues::Integers(_, values) => values.len(),
        },
        Shape::Union(union) => union.variants.len(),
        Shape::Scalar(_) | Shape::Alias(_) => 0,
    };
    &names[..count]
}

/// A file has the name of its module, which may be a keyword.
fn file(module: &str) -> &str {
    module.trim_start_matches("r#")
}
