use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "duplicate-path",
    meaning: "Two paths differ only in the names of their placeholders, so a server cannot distinguish them. If both have \
             an operation for one method, the client has a method for each, and both send the same request.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses: { "204": { description: Done. } }
  /pets/{name}:
    delete:
      operationId: deletePet
      parameters:
        - { name: name, in: path, required: true, schema: { type: string } }
      responses: { "204": { description: Done. } }
"#,
    finding: (10, "/pets/{name}"),
    correction: &[("  /pets/{name}:\n", ""), ("name: name,", "name: id,")],
};
