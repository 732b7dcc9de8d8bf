use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "duplicate-operation-id",
    meaning: "Two operations have the same `operationId`. The method of the second one gets a numeral, or it is an \
             error if the second one is a webhook.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
    delete:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (9, "getPet"),
    correction: &[(
        "delete:\n      operationId: getPet",
        "delete:\n      operationId: deletePet",
    )],
};
