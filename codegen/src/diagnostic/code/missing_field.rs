use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "missing-field",
    meaning: "An object lacks a field that OpenAPI requires. It is a warning if the client is complete without the \
             field, such as a description.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      parameters:
        - { name: color, schema: { type: string } }
      responses: { "204": { description: Done. } }
"#,
    finding: (8, "{ name: color, schema: { type: string } }"),
    correction: &[("name: color,", "name: color, in: query,")],
};
