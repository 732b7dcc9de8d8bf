use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-value",
    meaning: "A value has the right JSON type, but OpenAPI does not allow it at its place. It is a warning if the \
             client does not depend on the value.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      parameters:
        - { name: color, in: body, schema: { type: string } }
      responses: { "204": { description: Done. } }
"#,
    finding: (8, "body"),
    correction: &[("in: body", "in: query")],
};
