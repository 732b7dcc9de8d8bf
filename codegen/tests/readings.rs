//! Flaws that have one reading: a warning says how the document is read, and the client is that of the reading. Likewise a
//! document of OpenAPI 3.2 is read as the document of 3.1 with the same meaning.

use codegen::diagnostic::{Severity, Sink};
use codegen::{Options, lowered};

/// The IR of a document, and its findings.
fn read(document: &str) -> (String, Vec<String>) {
    let mut sink = Sink::default();
    let api = lowered(document, &Options::default(), &mut sink);
    let findings = sink.into_vec().into_iter().map(|finding| {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        format!("{severity}: {}", finding.message)
    });
    let findings = findings.collect();
    (api.map(|api| api.to_string()).unwrap_or_default(), findings)
}

/// A document of a version with an operation whose members are on these lines, and other members.
fn document(version: &str, operation: &str, others: &str) -> String {
    let head = format!("openapi: {version}\ninfo: {{ title: Readings, version: '1' }}");
    let operation = operation.replace('\n', "\n      ");
    format!("{head}\n{others}\npaths:\n  /things:\n    get:\n      {operation}\n")
}

/// Both documents have the same IR; the first has these findings, the second none.
fn assert_same(flawed: &str, meant: &str, findings: &[&str]) {
    let (found, warnings) = read(flawed);
    assert_eq!(warnings, findings, "{flawed}");
    let (expected, none) = read(meant);
    assert_eq!(none, [""; 0], "{meant}");
    assert_eq!(found, expected, "{flawed}");
}

const EMPTY: &str = "operationId: list\nresponses: { '204': { description: Done. } }";

#[test]
fn a_response_header_that_is_repeated_counts_once() {
    let with = |headers: &str| {
        let response = format!("{{ description: Done., headers: {{ {headers} }} }}");
        let operation = format!("operationId: list\nresponses: {{ '204': {response} }}");
        document("3.0.3", &operation, "")
    };
    let first = "X-Left: { schema: { type: string } }";
    assert_same(
        &with(&format!(
            "{first}, x-left: {{ schema: {{ type: integer }} }}"
        )),
        &with(first),
        &[
            "warning: the header `x-left` is duplicated, because names are case-insensitive; the first is used",
        ],
    );
}

#[test]
fn a_style_beside_content_is_ignored() {
    let with = |style: &str| {
        let content =
            "content: { application/json: { schema: { type: array, items: { type: string } } } }";
        let parameter = format!("{{ name: q, in: query, {style}{content} }}");
        document("3.0.3", &format!("{EMPTY}\nparameters: [{parameter}]"), "")
    };
    assert_same(
        &with("style: form, explode: true, "),
        &with(""),
        &[
            "warning: `style` is ignored beside `content`",
            "warning: `explode` is ignored beside `content`",
        ],
    );
}

#[test]
fn only_the_url_of_tokens_must_be_right() {
    let with = |authorization: &str, token: &str| {
        let urls = format!("authorizationUrl: {authorization}, tokenUrl: {token}");
        let flows = format!("{{ authorizationCode: {{ {urls}, scopes: {{}} }} }}");
        let schemes = format!("securitySchemes: {{ SignIn: {{ type: oauth2, flows: {flows} }} }}");
        let others = format!("security: [{{ SignIn: [] }}]\ncomponents: {{ {schemes} }}");
        document("3.0.3", EMPTY, &others)
    };
    let (good, placeholder) = ("'https://example.com/a'", "TBD");
    assert_same(
        &with(placeholder, good),
        &with(good, good),
        &["warning: `authorizationUrl` is not a URL; the client does not use it"],
    );
    let findings = read(&with(good, placeholder)).1;
    assert_eq!(findings, ["error: `tokenUrl` is not a URL"]);
}

#[test]
fn null_in_a_security_requirement_is_empty() {
    let with = |security: &str| {
        let schemes = "securitySchemes: { Key: { type: apiKey, in: header, name: X-Key } }";
        let operation = format!("{EMPTY}\nsecurity: {security}");
        document("3.0.3", &operation, &format!("components: {{ {schemes} }}"))
    };
    let scopes = &["warning: null is read as `[]`"];
    assert_same(&with("[{ Key: }]"), &with("[{ Key: [] }]"), scopes);
    let none = &["warning: null is read as `{}`"];
    assert_same(
        &with("[{ Key: [] }, null]"),
        &with("[{ Key: [] }, {}]"),
        none,
    );
}

#[test]
fn a_webhook_may_have_the_id_of_an_operation() {
    let response = "responses: { '204': { description: Done. } }";
    let hook = format!("webhooks: {{ event: {{ post: {{ operationId: list, {response} }} }} }}");
    let (found, findings) = read(&document("3.1.0", EMPTY, &hook));
    assert_eq!(
        findings,
        [
            "warning: another operation has the `operationId` `list`; webhooks have names of their own",
        ]
    );
    assert!(found.contains("operation list GET /things"), "{found}");
}

#[test]
fn a_dangling_reference_below_a_keyword_without_effect_is_a_warning() {
    let with = |schema: &str| {
        let content = format!("content: {{ application/json: {{ schema: {schema} }} }}");
        let response = format!("{{ description: Things., {content} }}");
        let operation = format!("operationId: list\nresponses: {{ '200': {response} }}");
        document("3.0.3", &operation, "")
    };
    let lost = "{ $ref: '#/components/schemas/Lost' }";
    assert_same(
        &with(&format!("{{ type: string, not: {lost} }}")),
        &with("{ type: string }"),
        &[
            "warning: `not` has no effect on the client: types cannot express it",
            "warning: `#/components/schemas/Lost` does not exist",
        ],
    );
    let object = format!("{{ type: object, not: {{}}, properties: {{ it: {lost} }} }}");
    let findings = read(&with(&object)).1;
    let error = "error: `#/components/schemas/Lost` does not exist".to_owned();
    assert!(findings.contains(&error), "{findings:?}");
}

#[test]
fn openapi_3_2_is_read_as_3_1() {
    let with = |version: &str, tag: &str, schema: &str| {
        let content = format!("content: {{ application/json: {{ {schema} }} }}");
        let response = format!("{{ description: Things., {content} }}");
        let operation = format!("operationId: list\nresponses: {{ '200': {response} }}");
        document(
            version,
            &operation,
            &format!("tags: [{{ name: Things{tag} }}]"),
        )
    };
    let item = "type: object, properties: { id: { type: [string, 'null'] } }";
    assert_same(
        &with(
            "3.2.0",
            ", summary: T, kind: nav, parent: P",
            &format!("itemSchema: {{ {item} }}"),
        ),
        &with(
            "3.1.1",
            "",
            &format!("schema: {{ type: array, items: {{ {item} }} }}"),
        ),
        &[],
    );
}

#[test]
fn query_is_an_operation_and_additional_operations_are_omitted() {
    let with = |version: &str, method: &str| {
        let text = document(version, EMPTY, "");
        text.replace("\n    get:", &format!("\n    {method}:"))
    };
    let (found, findings) = read(&with("3.2.0", "query"));
    assert_eq!(findings, [""; 0]);
    let get = read(&with("3.2.0", "get")).0;
    assert_eq!(found, get.replace("GET /things", "QUERY /things"));
    let (earlier, findings) = read(&with("3.1.0", "query"));
    assert_eq!(earlier, found);
    let newer = "warning: `query` is defined by OpenAPI 3.2, and the document is OpenAPI 3.1";
    assert_eq!(findings, [newer]);
    let additional = "additionalOperations: { COPY: { operationId: copy } }";
    let text = with("3.2.0", &format!("{additional}\n    get"));
    let (found, findings) = read(&text);
    assert_eq!(found, get);
    let omitted = "warning: `additionalOperations` has no effect on the client: its methods are not supported";
    assert_eq!(findings, [omitted]);
}
