use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "missing-response",
    meaning: "An operation has no response. The client accepts every success status and reads no body.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses: {}
"#,
    finding: (7, "responses"),
    correction: &[(
        "responses: {}",
        r#"responses: { "204": { description: Done. } }"#,
    )],
};
