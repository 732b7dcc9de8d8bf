//! The names of documents, and the facts behind them.

use std::fmt::Write;
use std::path::Path;

use codegen::analyze::{Facts, Holding};
use codegen::diagnostic::{Diagnostic, Sink};
use codegen::ir::{Api, ParameterId};
use codegen::name::Names;
use codegen::{Options, Stages};
use workspace_tests::front::{front, report};

struct Named {
    api: Api,
    facts: Facts,
    names: Names,
    findings: Vec<Diagnostic>,
}

fn named(api: Api) -> Named {
    let mut sink = Sink::default();
    let Stages {
        api, facts, names, ..
    } = Stages::of(api, &Options::default(), &mut sink);
    Named {
        api,
        facts,
        names,
        findings: sink.into_vec(),
    }
}

/// The text of a document beside these tests, and its names.
fn document(file: &str) -> Result<(String, Named), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let (api, findings) = front(&text, &Options::default());
    let api = api.ok_or_else(|| report(&text, &findings))?;
    Ok((text, named(api)))
}

/// Prints signatures, then types with their members.
fn print(named: &Named) -> String {
    let mut text = String::new();
    for position in 0..named.api.operations.len() {
        signature(named, position, &mut text);
    }
    for (ty, facts) in named.names.types.iter().zip(&named.facts.types) {
        let mut members = ty.members.clone();
        for (member, holding) in members.iter_mut().zip(&facts.held) {
            member.push_str(match holding {
                Holding::Inline => "",
                Holding::Boxed => " (boxed)",
                Holding::Opaque => " (in an opaque box)",
            });
        }
        members.extend(Some(format!(".. {}", ty.rest)).filter(|_| !ty.rest.is_empty()));
        let way = match (facts.in_request, facts.in_response) {
            (true, true) => "both ways",
            (true, false) => "request",
            (false, true) => "response",
            (false, false) => "unseen",
        };
        let _ = writeln!(
            text,
            "{} [{}.rs, {way}] {}",
            ty.ident,
            ty.module,
            members.join(", ")
        );
    }
    text
}

fn signature(all: &Named, position: usize, text: &mut String) {
    let operation = &all.api.operations[position];
    let facts = &all.facts.operations[position];
    let names = &all.names.operations[position];
    let accessor = &all.names.tags[operation.tag.index()].module;
    let parameter = |id: &ParameterId| names.parameters[id.index()].clone();
    let mut arguments: Vec<_> = facts.positional.iter().map(parameter).collect();
    arguments.extend(facts.request.map(|_| names.body.clone()));
    let setters = facts
        .optional
        .iter()
        .map(|id| format!(".{}()", parameter(id)));
    let _ = writeln!(
        text,
        "client.{}().{}({}) -> {}{}",
        accessor,
        names.method,
        arguments.join(", "),
        names.builder,
        setters.collect::<String>(),
    );
    if let Some(tag) = facts.tag_parameter {
        let _ = writeln!(text, "    {} from the body", parameter(&tag));
    }
}

#[test]
fn names_of_the_curated_document() {
    let (text, named) = document("../spec/atlas-private-endpoints.yaml").unwrap();
    assert_eq!(report(&text, &named.findings), "");
    insta::assert_snapshot!("curated", print(&named));
}

/// Names and findings.
fn fixture(name: &str) -> Result<String, String> {
    let (text, named) = document(&format!("fixtures/good/{name}"))?;
    let found = report(&text, &named.findings);
    Ok(format!("{}\n{found}", print(&named)).trim_end().to_owned())
}

macro_rules! fixtures {
    ($($test:ident = $file:literal,)+) => {
        $(#[test] fn $test() { insta::assert_snapshot!($file, fixture($file).unwrap()); })+
    };
}

fixtures! {
    access = "access.yaml",
    enums = "enums.yaml",
    given_names = "given-names.yaml",
    names = "names.yaml",
    parameters = "parameters.yaml",
    shared_places = "shared-places.yaml",
    tags = "tags.yaml",
    union_mapping = "union-mapping.yaml",
    union_parent_child = "union-parent-child.yaml",
    versions = "versions.yaml",
}

#[test]
fn colliding_values_are_reported_and_get_numerals() {
    let (text, named) = document("fixtures/bad/enum-collision.yaml").unwrap();
    let found = report(&text, &named.findings);
    insta::assert_snapshot!("enum-collision", format!("{}\n{found}", print(&named)));
}

/// A document of namespaced schemas, as generators of other languages write them.
const NAMESPACED: &str = r#"
openapi: 3.0.3
info: { title: Cluster, version: "1" }
paths:
  /pods:
    get:
      operationId: listCoreV1Pod
      tags: [core]
      responses:
        '200':
          description: The pods.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/io.k8s.api.core.v1.Pod' }
  /deployments:
    get:
      operationId: readDeployment
      tags: [core]
      responses:
        '200':
          description: The deployment.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/io.k8s.api.apps.v1.Deployment' }
components:
  schemas:
    io.k8s.api.core.v1.Pod:
      type: object
      properties:
        spec: { type: object, properties: { host: { type: string } } }
    io.k8s.api.apps.v1.Deployment:
      type: object
      properties:
        scale: { $ref: '#/components/schemas/Scale' }
    Scale: { type: object, x-rust-name: Size, properties: { replicas: { type: integer } } }
"#;

type Renamed = (Vec<String>, Vec<String>, Vec<Diagnostic>);

/// The names of types and methods of [`NAMESPACED`], and the findings.
fn renamed(settings: &str) -> Result<Renamed, String> {
    let options = Options::parse(settings).map_err(|error| error.message)?;
    let mut sink = Sink::default();
    let Some(Stages { names, .. }) = Stages::run(NAMESPACED, &options, &mut sink) else {
        return Ok((Vec::new(), Vec::new(), sink.into_vec()));
    };
    let types = names.types.into_iter().map(|it| it.ident);
    let methods = names.operations.into_iter().map(|it| it.method);
    Ok((types.collect(), methods.collect(), sink.into_vec()))
}

#[test]
fn settings_name_schemas_and_operations_by_patterns() {
    let (types, methods, findings) = renamed("").unwrap();
    let long = [
        "IoK8sApiAppsV1Deployment",
        "IoK8sApiCoreV1Pod",
        "IoK8sApiCoreV1PodSpec",
        "Size",
    ];
    let mut sorted = types;
    sorted.sort();
    assert_eq!(sorted, long);
    assert_eq!(methods, ["list_core_v1_pod", "read_deployment"]);
    assert_eq!(findings, []);

    let (mut types, methods, findings) = renamed(
        r#"
        [names.schemas]
        "io.k8s.api.*" = "*"
        "io.k8s.api.core.v1.*" = "*"
        Scale = "Replication"
        [names.operations]
        "list*V1Pod" = "list*Pods"
        "GET /deployments" = "deployment"
        "#,
    )
    .unwrap();
    types.sort();
    assert_eq!(types, ["AppsV1Deployment", "Pod", "PodSpec", "Replication"]);
    assert_eq!(methods, ["list_core_pods", "deployment"]);
    assert_eq!(findings, []);
}

#[test]
fn exact_names_precede_patterns_and_longer_patterns_shorter_ones() {
    let (mut types, methods, findings) = renamed(
        r#"
        [names.schemas]
        "io.*" = "Any*"
        "io.k8s.api.core.*" = "*"
        "io.k8s.api.apps.v1.*" = "Größe*"
        [names.operations]
        "read*" = "get*"
        "GET /deployments" = "deployment"
        "#,
    )
    .unwrap();
    types.sort();
    assert_eq!(types, ["GrosseDeployment", "Size", "V1Pod", "V1PodSpec"]);
    assert_eq!(methods, ["list_core_v1_pod", "deployment"]);
    assert_eq!(findings, []);
}

#[test]
fn a_pattern_that_matches_nothing_is_an_error() {
    let settings = "[names.schemas]\nScal = \"Size\"\n\"io.k8s.batch.*\" = \"*\"\n[names.operations]\nlistPods = \"list\"";
    let (.., findings) = renamed(settings).unwrap();
    let findings: Vec<_> = findings
        .iter()
        .map(|it| (it.code, it.message.as_str(), it.help.as_deref()))
        .collect();
    let code = codegen::diagnostic::Code::Config;
    assert_eq!(
        findings,
        [
            (
                code,
                "`[names.schemas]` has `Scal`, which matches nothing",
                Some("did you mean `Scale`?")
            ),
            (
                code,
                "`[names.schemas]` has `io.k8s.batch.*`, which matches nothing",
                Some("correct the pattern, or remove it")
            ),
            (
                code,
                "`[names.operations]` has `listPods`, which matches nothing",
                None
            ),
        ]
    );
}

#[test]
fn names_without_an_effect_are_reported() {
    let document = "
openapi: 3.1.0
info: { title: Shared, version: '1' }
paths:
  /a: { $ref: '#/components/pathItems/Item' }
  /b: { $ref: '#/components/pathItems/Item' }
components:
  pathItems:
    Item:
      get:
        operationId: getItem
        responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Alias' } } } } }
  schemas:
    Alias: { $ref: '#/components/schemas/Pet' }
    Pet: { type: object, properties: { name: { type: string } } }
";
    let settings = "[names.schemas]\nAlias = \"Beast\"\nPet = \"?z?\"\n[names.operations]\n\"GET /a\" = \"alpha\"\n\"GET /b\" = \"beta\"";
    let options = Options::parse(settings).unwrap();
    let mut sink = Sink::default();
    assert!(Stages::run(document, &options, &mut sink).is_some());
    let findings = sink.into_vec();
    let code = codegen::diagnostic::Code::Config;
    let findings = findings.iter().filter(|it| it.code == code);
    let messages: Vec<_> = findings.map(|it| it.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the name `Beast` of `[names.schemas]` is ignored: the item is a `$ref`, which has the name of its target",
            "the name `beta` of `[names.operations]` is ignored: several paths share the operation, and it has another name",
        ]
    );
}

#[test]
fn names_of_settings_are_checked() {
    for (settings, message) in [
        (
            "\"a*b*\" = \"*\"",
            "the pattern `a*b*` has several `*`; use one",
        ),
        ("a = \"b*\"", "the name `b*` has a `*`, but `a` has none"),
        (
            "\"a*\" = \"b\"",
            "the pattern `a*` gives everything that it matches the name `b`; add a `*` to the name",
        ),
        ("a = \"1\"", "the name `1` of `a` has no letter"),
    ] {
        let error = Options::parse(&format!("[names.schemas]\n{settings}")).unwrap_err();
        assert!(error.message.contains(message), "{}", error.message);
    }
}
