use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "method-case",
    meaning: "The method of an operation is not written in lower case. OpenAPI does not define such a field, and \
             ignoring it would silently remove the operation from the client.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    GET:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (5, "GET"),
    correction: &[("GET:", "get:")],
};
