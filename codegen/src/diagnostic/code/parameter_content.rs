use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "parameter-content",
    meaning: "The `content` of a parameter or header does not have exactly one media type.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      parameters:
        - { name: filter, in: query, content: {} }
      responses: { "204": { description: Done. } }
"#,
    finding: (8, "{ name: filter, in: query, content: {} }"),
    correction: &[("content: {}", "content: { application/json: {} }")],
};
