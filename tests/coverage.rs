//! Nothing of a document is lost: each operation and each schema that one reaches has an item in the emitted crate.
//!
//! What there has to be is read from the raw document, without the generator; what there is, from the emitted files.

#[path = "coverage/items.rs"]
mod items;
#[path = "coverage/reach.rs"]
mod reach;

use codegen::analyze::Facts;
use codegen::diagnostic::Sink;
use codegen::ir::{Api, EnumValues, Shape, TypeDef};
use codegen::name::{Names, TypeNames};
use codegen::{FileTree, Options, Stages, generate};
use items::Items;
use workspace_tests::documents::{self, Document};

/// A document, its client, and what the client calls what.
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

    /// What a file declares; nothing when it is not emitted or not Rust.
    fn items(&self, file: &str) -> Items {
        let text = self.tree.get(file);
        text.and_then(|text| Items::of(text).ok())
            .unwrap_or_default()
    }

    /// What the file of a type declares.
    fn items_beside(&self, ty: &TypeNames) -> Items {
        self.items(&format!("src/types/{}.rs", file(&ty.module)))
    }

    /// The types that a signature shows.
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
        // One that is there in several versions has its place once.
        let usual = client.api.operations.iter();
        let usual = usual.filter(|operation| operation.alternative.is_none());
        assert_eq!(operations.len(), usual.count());
        for at in operations {
            let mut known = client.api.operations.iter();
            let position = known.position(|operation| operation.origin.as_str() == at);
            let position = position.unwrap_or_else(|| panic!("{at} is lowered"));
            let names = &client.names.operations[position];
            let tag = &client.api.operations[position].tag;
            let tag = client.api.tags.iter().position(|known| known.name == *tag);
            let tag = &client.names.tags[tag.expect("every tag is in the list")];
            let items = client.items(&format!("src/api/{}.rs", file(&tag.module)));
            items.assert_method(&tag.ident, &names.method);
            items.assert_type(&names.builder);
            for &setter in &client.facts.operations[position].optional {
                items.assert_method(&names.builder, &names.parameters[setter]);
            }
            let accessors = client.items("src/api/mod.rs");
            accessors.assert_method("Client", &tag.module);
        }
    }
}

/// Schemas without a type of their own, by document, and what has their content.
const ABSORBED: &[(&str, &str)] = &[
    // A base that only `allOf` refers to is a part of each type that takes it in.
    ("all-of-overlaps.yaml", "Amount"),
    ("all-of-overlaps.yaml", "Vehicle"),
    // The tag of a variant that is also sent alone is a constant.
    ("constants.yaml", "PetType"),
    // Spelled in a way that leads there only when it is read as it was meant.
    ("flawed.yaml", "#"),
    ("flawed.yaml", "#/properties/books/items"),
    ("flawed.yaml", "Page%C2%ABShelf%C2%BB"),
    // Bytes in a form are a file.
    ("forms.yaml", "Bytes"),
    // A `+` that is read as a space.
    ("lenient.yaml", "Page/properties/page+number"),
    // Another name for `Event`.
    ("media-ranges.yaml", "SameEvent"),
    // A component that is a reference and nothing else is what it refers to; null makes others nullable.
    ("nullable.yaml", "MaybeOwner"),
    ("nullable.yaml", "Nothing"),
    // Alternatives that are all strings are one enum.
    ("one-of-enums.yaml", "West"),
    // A component that is a reference and nothing else is what it refers to.
    ("references.yaml", "Alias"),
    // A component that is a string or a secret and nothing else is that, under whatever name.
    ("secrets.yaml", "Base"),
    ("secrets.yaml", "Chain"),
    ("secrets.yaml", "Note"),
    // Objects of an `anyOf` that nothing tells apart are one object with the properties of all.
    ("union-any-of.yaml", "Mail"),
    ("union-any-of.yaml", "Phone"),
    // The tag of a union is its variant.
    ("union-mapping.yaml", "Kind"),
    // Its alternatives are variants of the union around it.
    ("union-nested.yaml", "Tree"),
    // A union of scalars in another union: its alternatives are those of the outer one.
    ("union-untagged.yaml", "Moment"),
    ("v31-types.yaml", "Nothing"),
    ("atlas-private-endpoints.yaml", "CloudProvider"),
    (
        "atlas-private-endpoints.yaml",
        "EncryptionAtRestCloudProvider",
    ),
    // A base that only `allOf` refers to is a part of each type that takes it in.
    (
        "atlas-private-endpoints.yaml",
        "EncryptionAtRestPrivateEndpointCommon",
    ),
    // The one value of a required property is a constant.
    ("atlas-private-endpoints.yaml", "LegacyCloudProvider"),
    // A base that only `allOf` refers to is a part of each type that takes it in.
    ("atlas-private-endpoints.yaml", "PrivateLinkEndpointCommon"),
];

#[test]
fn each_schema_that_an_operation_reaches_has_a_type() {
    let mut absorbed = Vec::new();
    let clients = clients().expect("every good document has a client");
    for client in &clients {
        for schema in reach::schemas(&client.document) {
            let origin = format!("/components/schemas/{schema}");
            let mut shown = client.shown();
            match shown.find(|(def, _)| def.origin.as_str() == origin) {
                Some((_, names)) => client.items_beside(names).assert_type(&names.ident),
                None => absorbed.push((client.file.as_str(), schema)),
            }
        }
    }
    let absorbed: Vec<_> = absorbed
        .iter()
        .map(|(file, schema)| (*file, schema.as_str()))
        .collect();
    assert_eq!(absorbed, ABSORBED);
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
