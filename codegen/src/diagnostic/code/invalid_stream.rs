use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-stream",
    meaning: "The sequence of values that the settings describe does not fit the operation.",
    settings: r#"[streams]
createStory = { flag = "streamed" }
"#,
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Stories, version: "1" }
paths:
  /stories:
    post:
      operationId: createStory
      parameters: [{ name: stream, in: query, schema: { type: boolean } }]
      responses:
        "200":
          description: The parts of a story.
          content:
            text/event-stream: { schema: { type: object, properties: { text: { type: string } } } }
"#,
    finding: (5, "post"),
    correction: &[(r#"flag = "streamed""#, r#"flag = "stream""#)],
};
