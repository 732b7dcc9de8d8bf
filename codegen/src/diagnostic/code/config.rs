use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "config",
    meaning: "The settings in `codegen.toml` are not valid.",
    settings: r#"[select]
operation = ["getPet"]
"#,
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: "1" }
paths:
  /pet:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (2, r#"operation = ["getPet"]"#),
    correction: &[("[select]\noperation ", "[select]\noperations ")],
};
