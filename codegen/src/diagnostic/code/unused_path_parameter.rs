use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "unused-path-parameter",
    meaning: "A path parameter is declared and the path has no placeholder for it. The parameter is ignored.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses: { "204": { description: Done. } }
"#,
    finding: (
        8,
        "{ name: id, in: path, required: true, schema: { type: string } }",
    ),
    correction: &[(
        "      parameters:\n        - { name: id, in: path, required: true, schema: { type: string } }\n",
        "",
    )],
};
