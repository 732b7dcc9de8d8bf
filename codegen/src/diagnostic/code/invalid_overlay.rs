use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-overlay",
    meaning: "An overlay is not valid (Overlay 1.1), or one of its actions cannot be applied to the document.",
    settings: "",
    overlay: r#"overlay: 1.1.0
info: { title: Repairs, version: "1" }
actions:
  - target: $.paths['/pet'].get.operationId
    update: { summary: A pet }
    x-reason: The operation has no summary.
"#,
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (5, "update"),
    correction: &[(".operationId\n", "\n")],
};
