//! Errors cost only the operations that depend on them.

use std::collections::BTreeMap;

use codegen::diagnostic::{Code, Severity};
use codegen::{Flaws, Generated, Options, generate};

const SKIP: &str = "[document]\nskip-flawed = true\n";

/// Operations that are right, and operations that are wrong in themselves, by a component, by a component of a component,
/// by their path, by a path item that two paths share, and by a scheme.
const DOCUMENT: &str = r#"
openapi: 3.1.0
info: { title: Harbour, version: "1" }
servers: [{ url: "https://harbour.example" }]
paths:
  /berths:
    get:
      operationId: listBerths
      responses: { "200": { description: Berths., content: { application/json: { schema: { $ref: '#/components/schemas/Berth' } } } } }
    post:
      operationId: addBerth
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Gone' } } } }
      responses: { "204": { description: Added. } }
  /ships:
    get:
      operationId: listShips
      responses: { "200": { description: Ships., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Ship' } } } } } }
  /tides/{day}:
    parameters: [{ name: day, in: nowhere, required: true, schema: { type: string } }]
    get: { operationId: getTide, responses: { "204": { description: Done. } } }
    put: { operationId: setTide, responses: { "204": { description: Done. } } }
  /north: { $ref: '#/components/pathItems/Gate' }
  /south: { $ref: '#/components/pathItems/Gate' }
  /pilots:
    get:
      operationId: listPilots
      security: [{ badge: [] }]
      responses: { "204": { description: Pilots. } }
components:
  pathItems:
    Gate:
      get: { operationId: gate, parameters: [{ $ref: '#/components/parameters/Depth' }], responses: { "204": { description: Done. } } }
  parameters:
    Depth: { name: depth, in: query, schema: { type: number }, content: { application/json: {} } }
  securitySchemes:
    badge: { type: http }
  schemas:
    Berth: { type: object, properties: { length: { type: number } } }
    Ship: { type: object, properties: { hull: { $ref: '#/components/schemas/Hull' } } }
    Hull: { type: object, properties: [] }
    Wreck: { type: object, properties: { hull: { $ref: '#/components/schemas/Hull' } } }
"#;

fn run(document: &str, settings: &str) -> Generated {
    let options = Options::parse(settings);
    options.map_or_else(
        |finding| Generated {
            diagnostics: vec![finding],
            ..Generated::default()
        },
        |options| generate(document, &options),
    )
}

fn requests(flaws: &Flaws) -> Vec<&str> {
    flaws.operations.iter().map(|it| &*it.request).collect()
}

const AFFECTED: [&str; 7] = [
    "GET /north",
    "GET /pilots",
    "GET /ships",
    "GET /south",
    "GET /tides/{day}",
    "POST /berths",
    "PUT /tides/{day}",
];

#[test]
fn by_default_the_affected_operations_are_named_and_nothing_is_generated() {
    let generated = run(DOCUMENT, "");
    assert!(generated.tree.is_none());
    let flaws = generated.flaws.expect("some operations are right");
    assert_eq!((requests(&flaws), flaws.remaining), (AFFECTED.to_vec(), 1));
    let errors = generated.diagnostics.iter();
    let errors = errors.filter(|it| it.severity == Severity::Error);
    assert_eq!(errors.count(), 5);
}

#[test]
fn the_other_operations_can_be_generated() {
    let generated = run(DOCUMENT, SKIP);
    let found: BTreeMap<_, _> = generated
        .diagnostics
        .iter()
        .map(|it| (it.code.as_str(), (it.severity, &*it.message)))
        .collect();
    let effect = "; the operations that use it are omitted";
    let expected = [
        (
            Code::DanglingRef,
            "`#/components/schemas/Gone` does not exist",
        ),
        (
            Code::ExclusiveFields,
            "`schema` and `content` exclude each other",
        ),
        (
            Code::InvalidValue,
            "`nowhere` is not allowed for `in`: use one of `path`, `query`, `header`, `cookie`",
        ),
        (
            Code::MissingField,
            "a security scheme of type `http` requires the field `scheme`",
        ),
        (
            Code::WrongType,
            "`properties` is an array, and OpenAPI requires an object",
        ),
    ];
    let expected = expected.map(|(code, message)| (code.as_str(), format!("{message}{effect}")));
    let expected = expected
        .iter()
        .map(|(code, text)| (*code, (Severity::Warning, &**text)));
    assert_eq!(found, expected.collect());

    let flaws = generated.flaws.expect("there are flaws");
    assert_eq!(requests(&flaws), AFFECTED);
    let tree = generated.tree.expect("the rest is right");
    let section = "\
## Missing operations

The crate has no method for these operations, because their definition in the document is invalid:

* `GET /north`: `schema` and `content` exclude each other
* `GET /pilots`: a security scheme of type `http` requires the field `scheme`
* `GET /ships`: `properties` is an array, and OpenAPI requires an object
";
    assert!(tree["README.md"].contains(section), "{}", tree["README.md"]);
    let front = &tree["src/lib.rs"];
    assert!(front.contains("//! # Missing operations\n"), "{front}");
    assert!(
        front.contains("//! * `POST /berths`: `#/components/schemas/Gone` does not exist\n"),
        "{front}"
    );
}

/// What is generated does not depend on what is omitted, nor on the reason.
#[test]
fn the_rest_is_as_if_the_operations_were_excluded() {
    let skipped = run(DOCUMENT, SKIP).tree.expect("the rest is right");
    let excluded: Vec<_> = AFFECTED.iter().map(|it| format!("{it:?}")).collect();
    let excluded = format!("[select]\nexclude-operations = [{}]", excluded.join(", "));
    let excluded = run(DOCUMENT, &excluded).tree.expect("the rest is right");
    assert_eq!(
        skipped.keys().collect::<Vec<_>>(),
        excluded.keys().collect::<Vec<_>>()
    );
    let differ = skipped
        .iter()
        .filter(|(path, text)| excluded[*path] != **text);
    let differ: Vec<_> = differ.map(|(path, _)| path.as_str()).collect();
    assert_eq!(differ, ["README.md", "src/lib.rs"]);
}

#[test]
fn a_flaw_that_no_operation_reaches_is_a_warning() {
    let document = DOCUMENT.replace(
        "Wreck:",
        "Lost: { type: object, properties: { a: { $ref: '#/components/schemas/Nobody' } } }\n    Wreck:",
    );
    let options = format!("{SKIP}[select]\nexclude-paths = [\"/berths\"]");
    assert!(
        run(&document, &options).tree.is_none(),
        "no operation remains"
    );

    let document = DOCUMENT
        .replace("#/components/schemas/Gone", "#/components/schemas/Berth")
        .replace("items: { $ref: '#/components/schemas/Ship' }", "items: {}")
        .replace("in: nowhere", "in: path")
        .replace("content: { application/json: {} }", "description: Depth.")
        .replace("{ type: http }", "{ type: http, scheme: bearer }");
    let generated = run(&document, "");
    let messages: Vec<_> = generated
        .diagnostics
        .iter()
        .map(|it| &*it.message)
        .collect();
    let expected = "`properties` is an array, and OpenAPI requires an object; no operation uses it, and it is omitted";
    assert!(messages.contains(&expected), "{messages:?}");
    let tree = generated.tree.expect("every operation is right");
    let has = |name: &str| tree.contains_key(&format!("src/types/{name}.rs"));
    // The schemas that use the flawed one cannot be right either; other schemas stay.
    assert!(has("berth") && !has("hull") && !has("ship") && !has("wreck"));
    assert!(!tree["README.md"].contains("Missing operations"));
}

#[test]
fn an_error_of_the_whole_document_stays_an_error() {
    let servers = DOCUMENT.replace("[{ url: \"https://harbour.example\" }]", "nothing");
    for document in [
        servers.as_str(),
        "openapi: 3.0.0\npaths: [",
        "swagger: '2.0'",
    ] {
        let generated = run(document, SKIP);
        assert!(
            generated.tree.is_none() && generated.flaws.is_none(),
            "{document}"
        );
    }
}

#[test]
fn errors_that_appear_only_in_the_rest_are_followed_as_well() {
    // As long as a part of the document is unknown, the meaning of the rest is not checked.
    let document = r#"
openapi: 3.0.3
info: { title: Docks, version: "1" }
paths:
  /a: { get: { operationId: a, responses: { "200": { $ref: 'other.yaml#/Answer' } } } }
  /b:
    get:
      operationId: b
      responses: { "200": { description: B., content: { application/json: { schema: { $ref: '#/components/schemas/Union' } } } } }
  /c: { get: { operationId: c, responses: { "204": { description: C. } } } }
components:
  schemas:
    One: { type: object, properties: { kind: { type: string } } }
    Union:
      oneOf: [{ $ref: '#/components/schemas/One' }]
      discriminator: { propertyName: kind, mapping: { one: '#/components/schemas/One', two: 'two.yaml#/Two' } }
"#;
    let generated = run(document, SKIP);
    let flaws = generated.flaws.expect("one operation is right");
    assert_eq!(
        (requests(&flaws), flaws.remaining),
        (vec!["GET /a", "GET /b"], 1)
    );
    assert_eq!(generated.summary.operations, 1);
}

#[test]
fn a_document_may_lack_its_title_and_fields_may_lack_a_value() {
    let document = |operation: &str| {
        format!("openapi: 3.0.3\nservers: null\npaths:\n  /a:\n    get: {operation}\ncomponents:\n")
    };
    let operation =
        "{ operationId: a, parameters: null, responses: { '204': { description: A. } } }";
    let generated = run(&document(operation), "");
    let found: Vec<_> = generated
        .diagnostics
        .iter()
        .map(|it| (it.severity, &*it.message))
        .collect();
    let expected = [
        "`servers` has no value; it is read as absent",
        "`parameters` has no value; it is read as absent",
        "`components` has no value; it is read as absent",
        "the required field `info` is missing in the OpenAPI Object",
    ];
    let expected = expected.map(|message| (Severity::Warning, message));
    assert_eq!(found, expected);
    let tree = generated.tree.expect("there is nothing but warnings");
    assert!(
        tree["Cargo.toml"].contains("name = \"api-client\""),
        "{}",
        tree["Cargo.toml"]
    );
    // An operation must not be lost because its line is empty.
    assert!(run(&document("null"), "").tree.is_none());
}

#[test]
fn the_operations_that_remain_keep_their_order() {
    let operation = |id: &str, response: &str| {
        format!("  /{id}:\n    get: {{ operationId: {id}, responses: {{ '200': {response} }} }}\n")
    };
    let flawed = "{ $ref: '#/components/responses/Nothing' }";
    let right = "{ description: ok }";
    let document = [
        "openapi: 3.0.3\ninfo: { title: Order, version: '1' }\nservers: [{ url: 'https://example.com' }]\npaths:\n".to_owned(),
        operation("first", flawed),
        operation("second", right),
        operation("third", right),
        operation("fourth", right),
    ]
    .concat();
    let tree = run(&document, SKIP).tree.expect("the rest is right");
    let readme = &tree["README.md"];
    let places: Vec<_> = ["`GET /second`", "`GET /third`", "`GET /fourth`"]
        .iter()
        .map(|request| readme.find(request))
        .collect();
    assert!(places.iter().all(Option::is_some), "{readme}");
    assert!(places.is_sorted(), "{readme}");
}
