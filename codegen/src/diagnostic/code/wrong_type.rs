use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "wrong-type",
    meaning: "A value has another JSON type than OpenAPI requires at its place.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      deprecated: "yes"
      responses: { "204": { description: Done. } }
"#,
    finding: (7, r#""yes""#),
    correction: &[(r#""yes""#, "true")],
};
