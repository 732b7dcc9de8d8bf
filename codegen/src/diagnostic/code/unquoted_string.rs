use crate::diagnostic::page::Page;

pub(super) const PAGE: Page = Page {
    name: "unquoted-string",
    meaning: "YAML reads a value as a number or a boolean where OpenAPI requires a string. The client uses the text as \
             it is written.",
    settings: "",
    overlay: "",
    document: r#"openapi: "3.0.3"
info: { title: Pets, version: 1.10 }
paths:
  /pet:
    get:
      operationId: getPet
      responses: { "204": { description: Done. } }
"#,
    finding: (2, "1.10"),
    correction: &[("1.10", r#""1.10""#)],
};
