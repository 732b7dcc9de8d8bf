use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "undeclared-path-parameter",
    meaning: "A path has a placeholder without a declared parameter. The parameter is a required string.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (5, "get"),
    correction: &[(
        "      operationId: getPet\n",
        "      operationId: getPet\n      parameters:\n        - { name: id, in: path, required: true, schema: { type: string } }\n",
    )],
};
