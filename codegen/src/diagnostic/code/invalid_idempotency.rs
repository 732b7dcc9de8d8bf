use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-idempotency",
    meaning: "The settings give an idempotency key to an operation that the document does not have.",
    settings: r#"[idempotency.operations]
createPets = "Idempotency-Key"
"#,
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pets:
    post:
      operationId: createPet
      responses: { "204": { description: Done. } }
"#,
    finding: (3, "paths"),
    correction: &[("createPets =", "createPet =")],
};
