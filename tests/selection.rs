//! A part of a document, and one of several versions.

use codegen::diagnostic::{Code, Severity};
use codegen::{Generated, Options, generate};
use workspace_tests::documents;
use workspace_tests::front::report;

const DOCUMENT: &str = r#"
openapi: 3.0.3
info: { title: Zoo, version: "1" }
security: [{ key: [] }]
tags: [{ name: Pets }, { name: Staff }]
paths:
  /pets:
    get:
      operationId: listPets
      x-sample: { $ref: '#/components/schemas/Bad' }
      tags: [Pets]
      responses:
        "200":
          description: Pets.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
  /pets/{id}:
    parameters: [{ $ref: '#/components/parameters/Id' }]
    get:
      operationId: getPet
      x-better-name: findPet
      tags: [Pets, Public]
      security: []
      responses: { "200": { description: A pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
    delete: { tags: [Pets], responses: { "204": { description: Gone. } } }
  /petshop:
    get:
      operationId: shop
      tags: [Staff]
      security: [{ staff: [] }]
      responses: { "200": { description: A shop., content: { application/json: { schema: { $ref: '#/components/schemas/Shop' } } } } }
  /broken:
    get:
      operationId: broken
      tags: [Staff]
      parameters: [{ name: x, in: nowhere }]
      responses: { "200": { description: No., content: { application/json: { schema: { $ref: '#/components/schemas/Nothing' } } } } }
components:
  parameters:
    Id: { name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }
  securitySchemes:
    key: { type: http, scheme: bearer }
    staff: { type: apiKey, name: X-Staff, in: header }
  schemas:
    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: '#/components/schemas/Dog' } } }
    Cat: { type: object, properties: { kind: { type: string }, toy: { $ref: '#/components/schemas/Toy' } } }
    Dog: { type: object, properties: { kind: { type: string } } }
    Toy: { type: object, discriminator: { propertyName: form }, properties: { form: { type: string } } }
    Ball: { allOf: [{ $ref: '#/components/schemas/Toy' }, { type: object, properties: { size: { type: integer } } }] }
    Shop: { type: object, properties: { name: { type: string } } }
    Bad: { type: nonsense, properties: [] }
"#;

/// Generates a document with these settings; without a client if there are errors.
fn client(document: &str, settings: &str) -> Generated {
    let options = Options::parse(settings);
    options.map_or_else(
        |finding| Generated {
            diagnostics: vec![finding],
            ..Generated::default()
        },
        |options| generate(document, &options),
    )
}

fn part(settings: &str) -> Generated {
    client(DOCUMENT, settings)
}

/// The methods and the types of a client, without their derived parts.
fn content(generated: &Generated) -> (Vec<String>, Vec<String>) {
    let Some(tree) = &generated.tree else {
        let found = report(DOCUMENT, &generated.diagnostics);
        return (vec![found], Vec::new());
    };
    let api = tree.iter().filter(|(path, _)| path.starts_with("src/api/"));
    let methods = api.flat_map(|(_, text)| text.lines()).filter_map(|line| {
        let (name, _) = line.trim().strip_prefix("pub fn ")?.split_once("(&self")?;
        Some(name.to_owned())
    });
    let types = tree.keys().filter_map(|path| {
        let name = path.strip_prefix("src/types/")?.strip_suffix(".rs")?;
        (name != "mod").then(|| name.to_owned())
    });
    let (mut methods, mut types): (Vec<_>, Vec<_>) = (methods.collect(), types.collect());
    methods.sort();
    types.sort();
    (methods, types)
}

#[test]
fn the_whole_document_is_refused_and_a_part_of_it_is_not() {
    assert!(part("").tree.is_none());
    let pets = part("[select]\ntags = [\"Pets\"]");
    let (methods, types) = content(&pets);
    assert_eq!(
        methods,
        ["delete_pets_by_id", "get_pet", "list_pets", "pets"]
    );
    assert_eq!(types, ["ball", "cat", "dog", "id", "pet", "toy"]);
    let codes: Vec<_> = pets
        .diagnostics
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, [Code::MissingOperationId]);
}

#[test]
fn each_way_to_select_finds_its_operations() {
    let methods = |settings: &str| content(&part(&format!("[select]\n{settings}"))).0;
    // Any tag of an operation selects it; the first is its group.
    assert_eq!(methods("tags = [\"Public\"]"), ["get_pet", "pets"]);
    assert_eq!(methods("operations = [\"shop\"]"), ["shop", "staff"]);
    assert_eq!(
        methods("operations = [\"DELETE /pets/{id}\"]"),
        ["delete_pets_by_id", "pets"]
    );
    // Whole segments: `/petshop` does not match.
    let below = ["delete_pets_by_id", "get_pet", "list_pets", "pets"];
    assert_eq!(methods("paths = [\"/pets\"]"), below);
    assert_eq!(methods("paths = [\"/pets/\"]"), below);
    let some = "paths = [\"/petshop\"]\noperations = [\"listPets\"]";
    assert_eq!(methods(some), ["list_pets", "pets", "shop", "staff"]);
}

#[test]
fn an_exclusion_overrides_a_selection() {
    let methods = |settings: &str| content(&part(&format!("[select]\n{settings}"))).0;
    // Without a selection, everything else is generated.
    let pets = ["delete_pets_by_id", "get_pet", "list_pets", "pets"];
    assert_eq!(methods("exclude-tags = [\"Staff\"]"), pets);
    let by_path = "exclude-paths = [\"/broken\", \"/pets/{id}/\"]";
    assert_eq!(methods(by_path), ["list_pets", "pets", "shop", "staff"]);
    let by_name = "exclude-operations = [\"broken\", \"GET /pets\", \"DELETE /pets/{id}\"]";
    assert_eq!(methods(by_name), ["get_pet", "pets", "shop", "staff"]);
    let both =
        "paths = [\"/pets\"]\nexclude-tags = [\"Public\"]\nexclude-operations = [\"listPets\"]";
    assert_eq!(methods(both), ["delete_pets_by_id", "pets"]);
    // The types of excluded operations are omitted.
    let types = content(&part("[select]\nexclude-paths = [\"/broken\", \"/pets\"]")).1;
    assert_eq!(types, ["shop"]);
}

#[test]
fn webhooks_and_callbacks_can_be_excluded() {
    let document = r"
openapi: 3.1.0
info: { title: Events, version: '1' }
servers: [{ url: 'https://example.com' }]
paths:
  /orders:
    post:
      operationId: order
      responses: { '200': { description: Ordered., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
      callbacks:
        paid: { '{$request.body#/url}': { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Payment' } } } }, responses: { '200': { description: Read. } } } } }
webhooks:
  sent: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Parcel' } } } }, responses: { '200': { description: Read. } } } }
components:
  schemas:
    Order: { type: object, properties: { id: { type: string } } }
    Payment: { type: object, properties: { id: { type: string } } }
    Parcel: { type: object, properties: { id: { type: string } } }
";
    let all = client(document, "");
    assert_eq!(content(&all).1, ["order", "parcel", "payment"]);
    assert!(all.tree.unwrap_or_default().contains_key("src/webhooks.rs"));
    let none = client(document, "[select]\nexclude-webhooks = true");
    assert_eq!(content(&none).1, ["order"]);
    assert!(
        !none
            .tree
            .unwrap_or_default()
            .contains_key("src/webhooks.rs")
    );
}

#[test]
fn an_exclusion_without_an_operation_is_an_error() {
    let errors = |settings: &str| {
        let generated = part(&format!("[select]\n{settings}"));
        assert!(generated.tree.is_none());
        let errors = generated.diagnostics.into_iter();
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        errors
            .map(|finding| (finding.code, finding.message, finding.help))
            .collect::<Vec<_>>()
    };
    let expected = |message: &str, help: &str| {
        vec![(Code::Selection, message.to_owned(), Some(help.to_owned()))]
    };
    let settings = "tags = [\"Pets\"]\nexclude-tags = [\"Publik\"]";
    assert_eq!(
        errors(settings),
        expected(
            "no operation has the tag `Publik`",
            "did you mean `Public`?"
        )
    );
    let settings = "tags = [\"Public\"]\nexclude-paths = [\"/pets\"]";
    assert_eq!(
        errors(settings),
        expected("every selected operation is excluded", "exclude less")
    );
}

#[test]
fn security_schemes_stay_where_they_are_used() {
    let constants = |operation: &str| {
        let generated = part(&format!("[select]\noperations = [\"{operation}\"]"));
        let tree = generated.tree.expect("a part without flaws");
        tree["src/constants.rs"].clone()
    };
    assert!(constants("listPets").contains("Bearer"));
    assert!(!constants("listPets").contains("X-Staff"));
    assert!(constants("shop").contains("X-Staff"));
    assert!(!constants("shop").contains("Bearer"));
    assert!(!constants("getPet").contains("Bearer"));
}

#[test]
fn an_unmatched_selection_is_an_error_with_a_hint() {
    let settings =
        "[select]\ntags = [\"Pet\"]\noperations = [\"listPet\", \"getPet\"]\npaths = [\"/petz\"]";
    let generated = part(settings);
    assert!(generated.tree.is_none());
    let findings: Vec<_> = generated
        .diagnostics
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| (finding.code, &*finding.message, finding.help.as_deref()))
        .collect();
    let expected = [
        ("no operation has the tag `Pet`", "did you mean `Pets`?"),
        (
            "no operation is named `listPet`",
            "did you mean `listPets`?",
        ),
        ("no path is `/petz` or below it", "did you mean `/pets`?"),
    ];
    let expected = expected.map(|(message, help)| (Code::Selection, message, Some(help)));
    assert_eq!(findings, expected);
}

#[test]
fn an_extension_may_hold_the_name_of_an_operation() {
    let names = "[names]\noperation-id = \"x-better-name\"\n";
    let select = |operation: &str| format!("{names}[select]\noperations = [\"{operation}\"]");
    for operation in ["getPet", "findPet"] {
        let generated = part(&select(operation));
        assert_eq!(content(&generated).0, ["find_pet", "pets"]);
        let tree = generated.tree.unwrap_or_default();
        // On the wire and in traces, the original id is used.
        assert!(tree["src/api/pets.rs"].contains("id: \"getPet\""));
    }
}

/// Each operation of every document has a client of its own, without additional findings.
#[test]
fn every_operation_can_be_generated_alone() {
    for document in documents::good().expect("there are documents") {
        let whole = generate(&document.text, &Options::default());
        let value: serde_yaml::Value =
            serde_yaml::from_str(&document.text).expect("a good document is YAML");
        // A document of webhooks may have no paths.
        let Some(paths) = value["paths"].as_mapping() else {
            continue;
        };
        for (path, item) in paths {
            let path = path.as_str().unwrap_or_default();
            for method in item.as_mapping().expect("a path item is an object").keys() {
                let method = method.as_str().unwrap_or_default();
                if !["get", "put", "post", "delete", "patch"].contains(&method) {
                    continue;
                }
                let mut options = Options::default();
                let operation = format!("{} {path}", method.to_uppercase());
                options.select.operations.push(operation.clone());
                let part = generate(&document.text, &options);
                let found = report(&document.text, &part.diagnostics);
                assert!(
                    part.tree.is_some(),
                    "{} {operation}\n{found}",
                    document.file
                );
                assert!(part.summary.operations <= whole.summary.operations);
                assert!(part.summary.types <= whole.summary.types);
            }
        }
    }
}

const VERSIONS: &str = include_str!("fixtures/good/versions.yaml");

/// The media types of a client with these settings for versions, by method, and the findings.
fn versions(settings: &str) -> (Vec<String>, Vec<String>) {
    let generated = client(VERSIONS, &format!("[versions]\n{settings}"));
    let tree = generated.tree.unwrap_or_default();
    let api = tree.iter().filter(|(path, _)| path.starts_with("src/api/"));
    let mut rows = Vec::new();
    for line in api.flat_map(|(_, text)| text.lines()) {
        let line = line.trim().trim_end_matches([':', ',']);
        let value = line.split_once("vnd.shop.").map(|(_, rest)| rest);
        if let Some(rest) = line.strip_prefix("static ") {
            rows.push(rest.split(':').next().unwrap_or_default().to_owned());
        } else if let (Some(row), Some(value)) = (rows.last_mut(), value) {
            row.push(' ');
            row.push_str(value.split('+').next().unwrap_or_default());
        }
    }
    let findings = generated.diagnostics.into_iter();
    (rows, findings.map(|finding| finding.message).collect())
}

#[test]
fn the_newest_stable_version_is_the_usual_one_and_the_others_have_methods() {
    let (rows, findings) = versions("");
    assert_eq!(
        rows,
        [
            "LIST_THINGS 2024-08-05 2024-08-05",
            "LIST_THINGS_2023_01_01 2023-01-01",
            "LIST_THINGS_PREVIEW preview",
            "ADD_THING 2024-05-30 2024-05-30",
            "ADD_THING_2023_01_01 2023-01-01 2023-01-01",
            "REPORT preview",
        ]
    );
    assert_eq!(findings, Vec::<String>::new());
}

#[test]
fn a_date_chooses_the_newest_version_that_is_not_after_it() {
    let usual = |date: &str| versions(&format!("api-version = \"{date}\"\nall = false"));
    let preview =
        "the operation does not exist at 2024-06-01; falling back to `preview`".to_owned();
    let (rows, findings) = usual("2024-06-01");
    let expected = [
        "LIST_THINGS 2023-01-01",
        "ADD_THING 2024-05-30 2024-05-30",
        "REPORT preview",
    ];
    assert_eq!(
        (rows, findings),
        (expected.map(str::to_owned).to_vec(), vec![preview])
    );

    let (rows, findings) = usual("2020-01-01");
    let expected = [
        "LIST_THINGS 2023-01-01",
        "ADD_THING 2023-01-01 2023-01-01",
        "REPORT preview",
    ];
    assert_eq!(rows, expected);
    assert_eq!(findings.len(), 3, "{findings:?}");

    let (rows, findings) = usual("preview");
    let expected = [
        "LIST_THINGS preview",
        "ADD_THING 2024-05-30 2024-05-30",
        "REPORT preview",
    ];
    assert_eq!(
        (rows.as_slice(), findings.len()),
        (&expected.map(str::to_owned)[..], 0)
    );
}

#[test]
fn types_of_versions_that_are_left_out_are_left_out() {
    let has_old = |settings: &str| {
        let tree = client(VERSIONS, settings).tree.unwrap_or_default();
        tree.contains_key("src/types/old_thing.rs")
    };
    assert!(has_old(""));
    assert!(!has_old("[versions]\nall = false"));
}

#[test]
fn an_invalid_version_is_rejected() {
    let refused = Options::parse("[versions]\napi-version = \"latest\"");
    let refused = refused.expect_err("that is no version");
    assert_eq!(refused.code, Code::Config);
    assert!(
        refused.message.contains("`preview` or a date"),
        "{}",
        refused.message
    );
}
