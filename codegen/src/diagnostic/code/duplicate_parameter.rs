use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "duplicate-parameter",
    meaning: "An operation, or a response, declares two parameters or headers with the same name and place. Names of \
             headers are case-insensitive.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      parameters:
        - { name: color, in: query, schema: { type: string } }
        - { name: color, in: query, schema: { type: integer } }
      responses: { "204": { description: Done. } }
"#,
    finding: (9, "{ name: color, in: query, schema: { type: integer } }"),
    correction: &[(
        "        - { name: color, in: query, schema: { type: integer } }\n",
        "",
    )],
};
