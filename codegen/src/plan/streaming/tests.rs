//! Settings about sequences of values.

use crate::diagnostic::Sink;
use crate::sample::planned;
use crate::{Options, Stages};

const DOCUMENT: &str = r##"
openapi: "3.0.3"
info: { title: Stories, version: "1" }
paths:
  /stories:
    post:
      operationId: write
      parameters: [{ name: live, in: query, schema: { type: boolean } }]
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { stream: { type: boolean }, parts: { type: boolean }, tone: { type: string } } }
      responses:
        "200": { $ref: "#/components/responses/Story" }
  /shared:
    get:
      operationId: read
      responses: { "200": { $ref: "#/components/responses/Story" } }
  /words:
    get:
      responses:
        default:
          description: Words.
          content:
            text/event-stream: { schema: { $ref: "#/components/schemas/Word" } }
            application/x-ndjson: { schema: { type: array, items: { $ref: "#/components/schemas/Word" } } }
  /nothing:
    delete: { operationId: forget, responses: { "404": { description: Missing. } } }
components:
  responses:
    Story: { description: A story., content: { application/json: { schema: { type: object } } } }
  schemas:
    Word: { type: object, properties: { text: { type: string } } }
    Part: { type: object, properties: { text: { type: string } } }
"##;

/// The sequences of all operations in the text form of the plan, or the findings.
fn streams(settings: &str) -> Result<Vec<String>, Vec<String>> {
    let settings = format!("[streams]\n{settings}\n");
    let plan = planned(DOCUMENT, &settings, "invalid-stream")?;
    let lines = plan.lines();
    let lines = lines.filter_map(|line| line.strip_prefix("    stream "));
    Ok(lines.map(str::to_owned).collect())
}

const WORDS: &str = "text/event-stream events of Word, until [DONE]";

#[test]
fn a_setting_describes_or_corrects_a_sequence_or_switches_it_off() {
    let own = |text: &str| vec![text.to_owned(), WORDS.to_owned()];
    for (settings, expected) in [
        ("", vec![WORDS.to_owned()]),
        ("\"GET /words\" = false", vec![]),
        (
            "\"GET /words\" = { terminator = false }",
            vec!["text/event-stream events of Word".to_owned()],
        ),
        (
            "\"GET /words\" = { media-type = \"application/x-ndjson\" }",
            vec!["application/x-ndjson values of Word".to_owned()],
        ),
        (
            "write = { schema = \"Part\" }",
            own("text/event-stream events of Part, sets property stream, until [DONE] (inferred)"),
        ),
        (
            "write = { schema = \"Part\", flag = false, terminator = \"[END]\" }",
            own("text/event-stream events of Part, until [END]"),
        ),
        (
            "write = { flag = \"live\" }",
            own("text/event-stream events of text, sets parameter live"),
        ),
        (
            "write = { flag = \"parts\", media-type = \"application/jsonl\" }",
            own("application/jsonl values of Value, sets property parts"),
        ),
    ] {
        assert_eq!(streams(settings), Ok(expected), "{settings}");
    }
}

#[test]
fn a_setting_that_does_not_fit_is_an_error() {
    for (settings, expected) in [
        (
            "wrote = false",
            "`[streams]` names `wrote`, which is not an operation; did you mean `write`?",
        ),
        (
            "write = { schema = \"Parts\" }",
            "`[streams]` names the schema `Parts`, which does not exist; did you mean `Part`?",
        ),
        (
            "write = { flag = \"part\" }",
            "`write` has neither a parameter nor a property of its body that is a boolean named `part`; did you mean `parts`?",
        ),
        (
            "forget = { schema = \"Part\" }",
            "a setting describes a sequence, but the operation has no success; declare a response with a status such as `200`",
        ),
    ] {
        assert_eq!(streams(settings), Err(vec![expected.to_owned()]));
    }
}

#[test]
fn only_flags_that_are_inferred_are_listed() {
    let listed = |settings: &str| {
        let options = Options::parse(&format!("[streams]\n{settings}\n")).unwrap();
        let stages = Stages::run(DOCUMENT, &options, &mut Sink::default()).unwrap();
        let plan = stages.plan();
        plan.inferred_streams()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(listed("write = {}"), ["write"]);
    assert!(listed("write = { flag = \"stream\" }").is_empty());
    assert!(listed("").is_empty());
}
