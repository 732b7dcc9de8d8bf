use crate::sample::planned;

const DOCUMENT: &str = r#"
openapi: "3.0.3"
info: { title: Things, version: "1" }
paths:
  /things/{id}:
    get:
      tags: [Search]
      operationId: getThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }
        - { name: id, in: query, schema: { type: string } }
        - { name: filter, in: query, schema: { type: array, items: { type: string, enum: [a, b] } } }
      responses: { "204": { description: None. } }
    delete:
      tags: [search]
      operationId: get_thing
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer, minimum: 1 } }
      responses: { "204": { description: None. } }
"#;

/// The keys and the flags of the commands.
fn commands(settings: &str) -> Result<Vec<String>, Vec<String>> {
    let plan = planned(DOCUMENT, settings, "invalid-cli")?;
    let lines = plan
        .lines()
        .skip_while(|it| !it.ends_with("\"commands\": {"));
    let lines = lines.skip(1).take_while(|it| it.starts_with('"'));
    let summary = |line: &str| {
        let (key, rest) = line.split_once(':').unwrap_or((line, ""));
        let flags = rest.split("\"flag\":\"").skip(1);
        let flags = flags.filter_map(|it| it.split('"').next());
        [vec![key.trim_matches('"')], flags.collect()]
            .concat()
            .join(" ")
    };
    Ok(lines.map(summary).collect())
}

#[test]
fn names_are_those_of_the_document_unless_the_program_has_them() {
    let expected = [
        "searchApi getThing path.id query.id query.filter",
        "searchApi get_thing id",
    ];
    assert_eq!(commands("[cli]").unwrap(), expected);
    // In kebab case, both operations would be `get-thing`.
    let expected = [
        "search-api getThing path.id query.id query.filter",
        "search-api get_thing id",
    ];
    assert_eq!(commands("[cli]\ncase = \"kebab\"").unwrap(), expected);
    assert!(commands("").unwrap().is_empty());
}

#[test]
fn a_command_line_needs_operations() {
    let document = "openapi: 3.1.0\ninfo: { title: Things, version: '1' }\nwebhooks: {}\n";
    let findings = planned(document, "[cli]", "invalid-cli").unwrap_err();
    let expected =
        "`[cli]` is set, but the document has no operations; remove the table from the settings";
    assert_eq!(findings, [expected]);
}

#[test]
fn aliases_are_of_things_that_exist() {
    let findings = commands("[cli.operation-aliases]\ngetThings = [\"x\"]").unwrap_err();
    assert!(findings[0].starts_with("`[cli.operation-aliases]` names `getThings`"));
    let findings = commands("[cli.parameter-aliases]\nidd = [\"x\"]").unwrap_err();
    assert_eq!(
        findings,
        [
            "`[cli.parameter-aliases]` names `idd`, which is not a parameter of an operation; did you mean `id`?"
        ]
    );
}
