use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "selection",
    meaning: "A selected or excluded tag, operation or path does not exist in the document, or nothing is left to generate.",
    settings: r#"[select]
operations = ["getPat"]
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
    finding: (3, "paths"),
    correction: &[(r#"operations = ["getPat"]"#, r#"operations = ["getPet"]"#)],
};
