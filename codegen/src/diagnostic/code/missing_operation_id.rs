use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "missing-operation-id",
    meaning: "An operation has no `operationId`. Its name is derived from its method and path, so it changes with the \
             path.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      responses: { "204": { description: Done. } }
"#,
    finding: (5, "get"),
    correction: &[("get:\n", "get:\n      operationId: getPet\n")],
};
