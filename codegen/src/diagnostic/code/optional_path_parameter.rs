use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "optional-path-parameter",
    meaning: "A path parameter is not marked as required. A path without a value for its placeholder is a different \
             path.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - { name: id, in: path, schema: { type: string } }
      responses: { "204": { description: Done. } }
"#,
    finding: (8, "{ name: id, in: path, schema: { type: string } }"),
    correction: &[("in: path,", "in: path, required: true,")],
};
