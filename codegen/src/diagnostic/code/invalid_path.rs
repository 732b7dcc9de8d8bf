use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "invalid-path",
    meaning: "A path is malformed, or contains something that is not part of a path, such as a fragment. It is a \
             warning if all readers agree on its meaning.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pets/{id:
    get:
      operationId: getPet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses: { "204": { description: Done. } }
"#,
    finding: (4, "/pets/{id"),
    correction: &[("/pets/{id:", "/pets/{id}:")],
};
