use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "unsupported-parameter",
    meaning: "A parameter or header cannot be sent or read as it is declared.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      parameters:
        - { name: Accept, in: header, schema: { type: string } }
      responses: { "204": { description: Done. } }
"#,
    finding: (8, "{ name: Accept, in: header, schema: { type: string } }"),
    correction: &[(
        "      parameters:\n        - { name: Accept, in: header, schema: { type: string } }\n",
        "",
    )],
};
