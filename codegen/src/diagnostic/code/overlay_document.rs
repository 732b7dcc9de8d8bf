use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "overlay-document",
    meaning: "The `extends` of an overlay names a file other than the document to which the overlay is applied. URLs are not compared, because the document may be a copy.",
    settings: "",
    overlay: r#"overlay: 1.1.0
info: { title: Repairs, version: "1" }
extends: petstore.yaml
actions:
  - target: $.paths['/pet'].get
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
    finding: (3, "petstore.yaml"),
    correction: &[("petstore.yaml", "openapi.yaml")],
};
